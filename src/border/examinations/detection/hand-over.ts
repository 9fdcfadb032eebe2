import type { Instant } from '#values'

/** People given into the care of the French police, as the officer who gave them over records it. */
export interface NewHandOver {
  readonly id: string
  readonly adults: number
  readonly children: number
  readonly handedOverAt: Instant
  /** The receiving officer's service number, or the name where no number was given. */
  readonly receivingOfficer: string
  readonly receiptReference: string | null
}

/** Said by the French side itself, on its own screen. */
export interface Acknowledgement {
  readonly at: Instant
  readonly by: string
  readonly reference: string
}

export interface HandOver extends NewHandOver {
  readonly acknowledged: Acknowledgement | null
}

/** A hand-over stays open until a receipt is known, from either side (operations.md N28: none may stay without). */
export function isWithoutReceipt({ receiptReference, acknowledged }: HandOver): boolean {
  return receiptReference === null && acknowledged === null
}

export function peopleIn(handOvers: readonly NewHandOver[]): { readonly adults: number; readonly children: number } {
  return {
    adults: handOvers.reduce((sum, { adults }) => sum + adults, 0),
    children: handOvers.reduce((sum, { children }) => sum + children, 0),
  }
}
