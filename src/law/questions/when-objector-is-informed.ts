import type { CalendarDate } from '#values'
import { objectorIsInformed } from '../instruments/carriers-liability-regulations-2002.ts'
import { citationOf, inForce, type Answer } from '../provision.ts'
import { whenDeemedReceived } from './when-deemed-received.ts'

export interface Informed {
  readonly on: CalendarDate
  /** On the other reading, for a letter that went abroad by post: the day on which the law takes it to have been received. */
  readonly otherwiseOn: CalendarDate | null
}

/** When the decision on an objection counts as told: from then on the time to pay runs again, and the time to appeal begins. */
export function whenObjectorIsInformed(letterOn: CalendarDate): Answer<Informed> {
  inForce(objectorIsInformed, letterOn)
  const { value: otherwiseOn, under } = whenDeemedReceived(letterOn, 'post')
  return { value: { on: letterOn, otherwiseOn }, under: [citationOf(objectorIsInformed), ...under] }
}
