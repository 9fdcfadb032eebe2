import type { CalendarDate, Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { Incident } from './penalty-case.ts'

/** What a corrected part of the lane's record says about the facts a case rests on. */
export type CorrectedFacts = Partial<Omit<Incident, 'port' | 'section' | 'journeyBeganOn' | 'adequatelySecured' | 'security'>>

/** One fact before and after, in the words of the screen. */
export interface ChangedFact {
  readonly fact: string
  readonly was: string
  readonly now: string
}

export interface Consideration {
  readonly adopted: boolean
  readonly reasons: string
  readonly by: Named
  readonly on: CalendarDate
}

/** The find was corrected at the port after its case had opened. What it said before and what it says now are both kept. */
export interface FindCorrection {
  /** The port's own history entry: told twice, it is recorded once. */
  readonly id: string
  readonly facts: CorrectedFacts
  /** Empty where the correction touched nothing that the case rests on. */
  readonly changed: readonly ChangedFact[]
  readonly because: string
  readonly correctedBy: string
  readonly correctedAt: Instant
  /** The case's own facts follow it. */
  readonly inForce: boolean
  /** Somebody had been decided on the facts as they were, so a person has to consider what follows. */
  readonly decidedBefore: boolean
  readonly considered: Consideration | null
}

/** The corrections that a person still has to consider. */
export function toConsider(corrections: readonly FindCorrection[]): readonly FindCorrection[] {
  return corrections.filter(({ decidedBefore, considered }) => decidedBefore && considered === null)
}
