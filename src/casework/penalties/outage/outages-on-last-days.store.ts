import type { Database } from '#platform/database'
import { dayInWords } from '#values'
import { clockWords } from '../case/words.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { outageInWords } from './outage-words.ts'
import { touches } from './outage.ts'
import { outagesTouching } from './outage.store.ts'

/** Says for each last day of a penalty on which a door was shut which door that was, from when and until when. */
export async function outagesOnLastDays(db: Database, penalty: Penalty): Promise<readonly string[]> {
  const kept = clocksOf(penalty).flatMap(({ clock, lastDay }) => (typeof lastDay === 'string' && (clock === 'object' || clock === 'pay' || clock === 'appeal') ? [{ clock, lastDay }] : []))
  const outages = await outagesTouching(db, kept.map(({ lastDay }) => lastDay))
  return outages.flatMap((outage) => kept.filter(({ lastDay }) => touches(outage, lastDay)).map(({ clock, lastDay }) =>
    `On ${dayInWords(lastDay)}, the last day ${clockWords[clock]}, a way in was shut. ${outageInWords(outage)}`))
}
