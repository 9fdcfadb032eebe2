import type { CalendarDate } from '#values'
import type { Transporter } from '../assessment.ts'
import { noticeFixedToTrailer } from '../instruments/carriers-liability-regulations-2002.ts'
import { inForce, type Answer } from '../provision.ts'

/** Whether a notice fixed to the vehicle counts as issued to those responsible: only to a detached trailer. */
export function noticeMayBeFixedTo(transporter: Transporter, on: CalendarDate): Answer<boolean> {
  const { value, under } = inForce(noticeFixedToTrailer, on)
  return { value: transporter === 'detached-trailer' && value.countsAsIssued, under }
}
