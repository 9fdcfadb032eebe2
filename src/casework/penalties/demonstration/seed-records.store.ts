import type { Database } from '#platform/database'
import { settledId } from '#platform/identity'
import { daysAfter, instant, plate, type CalendarDate } from '#values'
import { readOutage, recordOutageOf } from '../outage/outage.store.ts'
import { readOwnership, recordOwnershipOf } from '../ownership/ownership.store.ts'
import { named } from '../penalty/penalty.ts'
import { by, done } from './demo-acts.store.ts'

/** An afternoon without e-mail, and a vehicle of the stories whose earlier keeper has shown that it was sold. Told again, both are there. */
export async function seedRecords(db: Database, today: CalendarDate): Promise<void> {
  const on = daysAfter(-2, today)
  const act = by('caseworker', on)
  const [outageId, ownershipId] = [settledId('demonstration', 'outage'), settledId('demonstration', 'ownership')]
  if ((await readOutage(db, outageId)) === undefined) {
    const outage = { outageId, channel: 'e-mail', fromAt: instant(`${daysAfter(-3, today)}T12:10:00Z`), untilAt: instant(`${daysAfter(-3, today)}T16:45:00Z`), what: 'The mail relay refused everything (demo).', recordedBy: named(act), now: act.at } as const
    done(await recordOutageOf(db, outage, act))
  }
  if ((await readOwnership(db, ownershipId)) === undefined) {
    const sold = {
      ownershipId, plate: plate('B 08 DMO'), country: 'RO', standing: 'not-owner', name: 'Former Keeper SRL (demo)', registeredNumber: 'J00/0009/2015',
      fromOn: daysAfter(-200, today), untilOn: null, shownBy: 'Bill of sale, shown to another case', recordedBy: named(act), recordedOn: on,
    } as const
    done(await recordOwnershipOf(db, sold, act))
  }
}
