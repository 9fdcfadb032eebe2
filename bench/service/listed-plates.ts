import { importEntries } from '../../src/border/watchlists/import/import-entries.store.ts'
import { openList } from '../../src/border/watchlists/list/open-list.ts'
import { makePlate } from '../../src/app/traffic/plates.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'
import { watchlist } from '../../src/border/watchlists/door.ts'
import { systemClock } from '../../src/platform/clock/door.ts'
import { connect } from '../../src/platform/database/door.ts'
import { isRefused } from '../../src/platform/decisions/door.ts'
import { change } from '../../src/platform/events/door.ts'
import { newId } from '../../src/platform/identity/door.ts'
import { daysAfter, plate, ports, type By } from '../../src/values/door.ts'

/** So many that at the highest rate no vehicle comes back while its last passage is still open. */
const listedCount = 5000

/** Lists vehicles as an owner would by a file, and answers their plates in turn, for ever. */
export async function listPlates(databaseUrl: string): Promise<() => string> {
  const random = seededRandom(7)
  const plates = [...new Set(Array.from({ length: listedCount }, () => makePlate(random).plate))]
  const { db, close } = connect(databaseUrl)
  const by: By = { officerId: 'bench', name: 'Bench', role: 'watchlist-owner', site: 'centre', at: systemClock.now() }
  const listId = newId()
  const today = systemClock.today()
  await change(db, watchlist, { id: listId, by }, (known) => openList(known, {
    id: listId, site: 'centre', nameEn: 'Bench', nameFr: 'Mesure', owner: 'Bench', legalBasis: 'None: invented vehicles', purposeEn: 'To be found', purposeFr: 'Être trouvés',
  }))
  const rows = plates.map((asWritten) => ({
    id: newId(), site: 'centre' as const, listId, plate: plate(asWritten), country: null, reasonEn: 'Bench', reasonFr: 'Mesure', handling: 'check' as const, markers: [],
    ports: [...ports], startsOn: today, lastDayOn: daysAfter(30, today), reviewOn: daysAfter(28, today), addedBy: 'bench',
  }))
  const decision = await importEntries(db, { rows, by, today })
  await close()
  if (isRefused(decision)) throw new Error(decision.refused)
  let place = 0
  return () => plates[place++ % plates.length] ?? ''
}
