import type { Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Purpose } from '../notice/letter-facts.ts'
import type { Named } from '../penalty/penalty.ts'
import type { Address } from '../person/person.ts'
import type { Destination } from '../service/dispatch.ts'
import type { OutcomeCode } from '../service/outcome.ts'

/** How it ended: served again with new days, sent again with the same ones, or left as it is. */
export const settlements = ['new-notice', 'sent-again', 'left'] as const
export type Settlement = (typeof settlements)[number]

/** A letter that came back: from the envelope in our hands to the day it was served again. */
export interface ReturnedLetter {
  readonly id: string
  readonly caseId: string
  /** Null for a letter that is about no penalty. */
  readonly penaltyId: string | null
  readonly personId: string
  readonly partyId: string
  readonly dispatchId: string
  readonly documentId: string
  readonly purpose: Purpose
  /** Where it did not arrive. */
  readonly to: Destination
  readonly code: OutcomeCode
  readonly returnedOn: CalendarDate
  readonly note: string
  readonly recordedBy: Named
  readonly enquiries: readonly { readonly on: CalendarDate; readonly what: string; readonly by: Named }[]
  readonly traced: { readonly address: Address; readonly on: CalendarDate; readonly by: Named } | null
  readonly settled: { readonly how: Settlement; readonly on: CalendarDate; readonly reasons: string; readonly by: Named; readonly documentId: string | null } | null
}

export interface LetterReturned extends Happening, Omit<ReturnedLetter, 'id' | 'enquiries' | 'traced' | 'settled'> {
  readonly type: 'letter-returned'
  readonly returnedId: string
}

export interface EnquiryNoted extends Happening {
  readonly type: 'enquiry-noted'
  readonly on: CalendarDate
  readonly what: string
  readonly by: Named
}

export interface AddressTraced extends Happening {
  readonly type: 'address-traced'
  readonly address: Address
  readonly on: CalendarDate
  readonly by: Named
}

export interface ReturnSettled extends Happening {
  readonly type: 'return-settled'
  readonly how: Settlement
  readonly on: CalendarDate
  readonly reasons: string
  readonly by: Named
  readonly documentId: string | null
}

export type ReturnEvent = LetterReturned | EnquiryNoted | AddressTraced | ReturnSettled

export function evolveReturn(state: ReturnedLetter | undefined, event: ReturnEvent): ReturnedLetter {
  if (event.type === 'letter-returned') {
    const { type: _type, under: _under, returnedId, ...facts } = event
    return { id: returnedId, ...facts, enquiries: [], traced: null, settled: null }
  }
  if (state === undefined) throw new Error(`A letter comes back before ${event.type}`)
  switch (event.type) {
    case 'enquiry-noted': return { ...state, enquiries: [...state.enquiries, { on: event.on, what: event.what, by: event.by }] }
    case 'address-traced': return { ...state, traced: { address: event.address, on: event.on, by: event.by } }
    case 'return-settled': return { ...state, settled: { how: event.how, on: event.on, reasons: event.reasons, by: event.by, documentId: event.documentId } }
  }
}

/** While this holds, recovery of the penalty stands still. */
export function isOpenReturn({ settled }: Pick<ReturnedLetter, 'settled'>): boolean {
  return settled === null
}
