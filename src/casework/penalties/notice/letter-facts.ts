import type { Capacity, Section, Step, Transporter } from '#law'
import type { CalendarDate, Instant, Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { NoticeLanguage } from '../person/person.ts'

/** Who sends the letter, and where answers and money go. */
export interface Authority {
  readonly name: string
  readonly lines: readonly string[]
  readonly email: string
  readonly payTo: readonly PaymentLine[]
}

export interface PaymentLine {
  readonly en: string
  readonly fr: string
  readonly value: string
}

/** What was found, as far as a letter says it: how many, and never who. */
export interface LetterIncident {
  readonly place: string
  readonly occurredOn: CalendarDate
  readonly occurredAt: Instant | null
  readonly transporter: Transporter
  readonly tractor: string | null
  readonly trailer: string | null
  readonly entrants: number
}

/** What every letter about a penalty needs to know, frozen on the day it was written. */
export interface LetterFacts {
  /** Marks the letter as having no legal effect. */
  readonly demonstration: boolean
  readonly authority: Authority
  readonly caseReference: string
  readonly reference: string
  readonly language: NoticeLanguage
  readonly recipient: { readonly name: string; readonly attention: string | null; readonly lines: readonly string[]; readonly country: string }
  readonly capacity: Capacity
  readonly section: Section
  readonly incident: LetterIncident
}

export interface DayFact {
  readonly on: CalendarDate
  readonly steps: readonly { readonly text: string; readonly textFr: string; readonly cite: string; readonly url: string }[]
}

/** Someone else in the same case, where the law ties them to this penalty or to this person. Never their means or record. */
export interface Tied {
  readonly reference: string
  readonly name: string
  readonly capacity: Capacity
  /** Null while no amount is in force. */
  readonly amountPence: Pence | null
}

export interface Calculation {
  readonly steps: readonly Step[]
  readonly codeFigurePence: Pence | null
}

export interface PenaltyNoticeFacts extends LetterFacts {
  readonly purpose: 'penalty-notice'
  readonly issuedOn: CalendarDate
  readonly amountPence: Pence
  readonly calculation: Calculation
  readonly reasons: string
  readonly decidedBy: Named
  readonly decidedOn: CalendarDate
  readonly lastDays: { readonly pay: DayFact; readonly object: DayFact; readonly decide: DayFact; readonly appeal: DayFact }
  /** Those who answer for this penalty beside the person it is sent to. */
  readonly answerToo: readonly Tied[]
  /** Penalties of others that this person answers for. */
  readonly answersFor: readonly Tied[]
  /** The day of the notice that this one takes the place of; null for the first. */
  readonly insteadOfNoticeOn: CalendarDate | null
}

export interface ObjectionDecisionFacts extends LetterFacts {
  readonly purpose: 'objection-decision'
  readonly toldOn: CalendarDate
  readonly receivedOn: CalendarDate
  readonly outcome: 'uphold' | 'reduce' | 'cancel' | 'increase'
  readonly beforePence: Pence
  readonly amountPence: Pence
  readonly calculation: Calculation | null
  readonly reasons: string
  readonly determinedBy: Named
  /** Null when nothing is left to pay, or when a new notice will say. */
  readonly lastDays: { readonly pay: DayFact | null; readonly appeal: DayFact | null }
}

export type AnyLetterFacts = PenaltyNoticeFacts | ObjectionDecisionFacts
export type Purpose = AnyLetterFacts['purpose']
