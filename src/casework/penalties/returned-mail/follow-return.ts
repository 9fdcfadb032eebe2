import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, type CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Address } from '../person/person.ts'
import { isOpenReturn, type AddressTraced, type EnquiryNoted, type ReturnedLetter, type ReturnSettled } from './returned-letter.ts'

/** What was asked and of whom, whether or not it helped: tracing that leaves no trace was not done. */
export function noteEnquiry(returned: ReturnedLetter | undefined, enquiry: { readonly on: CalendarDate; readonly what: string; readonly by: Named }): Decision<EnquiryNoted> {
  if (returned === undefined) return refuse('no-such-return')
  if (!isOpenReturn(returned)) return refuse('return-is-settled')
  if (enquiry.what.trim() === '') return refuse('say-what-was-asked')
  return announce({ type: 'enquiry-noted', ...enquiry })
}

/** Another address than the one it came back from. */
export function traceAddress(returned: ReturnedLetter | undefined, traced: { readonly address: Address; readonly on: CalendarDate; readonly by: Named }): Decision<AddressTraced> {
  if (returned === undefined) return refuse('no-such-return')
  if (!isOpenReturn(returned)) return refuse('return-is-settled')
  if (isSamePlace(returned.to, traced.address)) return refuse('came-back-from-there')
  if (isAfter(traced.address.asOf, traced.on)) return refuse('known-in-future')
  return announce({ type: 'address-traced', ...traced })
}

export function isSamePlace(one: Pick<Address, 'lines' | 'country'>, other: Pick<Address, 'lines' | 'country'>): boolean {
  const plain = ({ lines, country }: Pick<Address, 'lines' | 'country'>) => [...lines, country].join(' ').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return plain(one) === plain(other)
}

/** Served again, by a letter that goes elsewhere, or left with reasons. */
export function settleReturn(returned: ReturnedLetter | undefined, settling: Omit<ReturnSettled, 'type' | 'under'>): Decision<ReturnSettled> {
  if (returned === undefined) return refuse('no-such-return')
  if (!isOpenReturn(returned)) return refuse('return-is-settled')
  if (settling.reasons.trim() === '') return refuse('reasons-needed')
  if (settling.how !== 'left' && returned.traced === null) return refuse('trace-first')
  return announce({ type: 'return-settled', ...settling })
}
