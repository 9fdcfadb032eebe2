import type { CalendarDate, Instant } from '#values'

/** What the decider had opened of the evidence when deciding, by the hash of what was on the screen; and what not. */
export interface EvidenceBefore {
  readonly opened: readonly { readonly evidenceId: string; readonly title: string; readonly sha256: string; readonly firstAt: Instant; readonly lastAt: Instant; readonly lastOn: CalendarDate }[]
  readonly unopened: readonly { readonly evidenceId: string; readonly title: string }[]
}
