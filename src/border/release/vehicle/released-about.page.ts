import { hitsOfPlate } from '#border/arrivals'
import { entriesOfPlate } from '#border/watchlists'
import type { PageContext } from '#platform/web'
import { hoursAfter, type Plate } from '#values'
import { itemsPerPage, retentionDaysMax } from '../limits.ts'
import { describeItem, recordsBehind } from '../outbox/describe-item.page.ts'
import { itemsAbout } from '../outbox/item.store.ts'
import { allPartners } from '../partner/partner.store.ts'

/**
 * What partners outside were told about a vehicle, and what became of it. It is found through the hits and entries that were told, since
 * the outbox itself holds no plate. Whoever shows it logs the look.
 */
export async function releasedAbout({ db, clock, words }: Pick<PageContext, 'db' | 'clock' | 'words'>, plate: Plate) {
  const [hits, entries, partners] = await Promise.all([
    hitsOfPlate(db, plate, { since: hoursAfter(-24 * retentionDaysMax, clock.now()), most: itemsPerPage }), entriesOfPlate(db, plate), allPartners(db),
  ])
  const items = await itemsAbout(db, [...hits, ...entries].map(({ id }) => id))
  const records = await recordsBehind(db, items)
  return items.map((item) => describeItem(item, partners, records, words))
}
