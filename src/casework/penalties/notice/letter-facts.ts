import type { Capacity, ClockStep, Section, Step, Transporter } from '#law'
import type { CalendarDate, Instant, Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { QuestionCode } from '../information-request/questions.ts'
import type { LetterLanguage, NoticeLanguage } from '../person/language.ts'

/** Who sends the letter, and where answers and money go. */
export interface Authority {
  readonly name: string
  readonly lines: readonly string[]
  readonly email: string
  readonly payTo: readonly PaymentLine[]
}

export const paymentTerms = ['accountName', 'sortCode', 'accountNumber', 'iban'] as const

export interface PaymentLine {
  readonly en: string
  readonly fr: string
  /** Absent in letters of the time when there were two languages. */
  readonly term?: (typeof paymentTerms)[number]
  readonly value: string
}

/** What was found, as far as a letter says it: how many, and never who. */
export interface LetterIncident {
  readonly place: string
  readonly occurredOn: CalendarDate
  readonly occurredAt: Instant | null
  /** Whose wall clocks tell that time; absent in letters of the time when every control kept Paris time. */
  readonly zone?: string
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
  readonly language: LetterLanguage
  /** The language the reader would rather have had, where there are no words in it yet and the letter is in English. */
  readonly wanted?: NoticeLanguage
  readonly recipient: { readonly name: string; readonly attention: string | null; readonly lines: readonly string[]; readonly country: string }
  readonly capacity: Capacity
  readonly section: Section
  readonly incident: LetterIncident
}

export interface DayFact {
  readonly on: CalendarDate
  readonly steps: readonly ClockStep[]
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

/** A penalty made smaller or cancelled without an objection: an appeal conceded or decided, or what was put right for another notice. */
export interface AmountCorrectedFacts extends LetterFacts {
  readonly purpose: 'amount-corrected'
  readonly writtenOn: CalendarDate
  readonly beforePence: Pence
  readonly amountPence: Pence
  readonly reasons: string
  /** Null when nothing is left to pay. */
  readonly lastDayToPay: DayFact | null
}

/** Asks for what is owed: to remind, or for the last time before a claim in court. */
export interface RecoveryLetterFacts extends LetterFacts {
  readonly purpose: 'reminder' | 'letter-before-action'
  readonly writtenOn: CalendarDate
  readonly noticeOn: CalendarDate
  readonly lastDayToPay: CalendarDate
  readonly owedPence: Pence
}

/** A letter that came back, going out again to another address with its last days as they were. */
export interface CoveringLetterFacts extends LetterFacts {
  readonly purpose: 'covering-letter'
  readonly writtenOn: CalendarDate
  readonly returnedOn: CalendarDate
  readonly enclosed: { readonly documentId: string; readonly datedOn: CalendarDate; readonly templateVersion: number; readonly facts: EnclosedFacts }
}

/** Questions to one person, before anybody decides. */
export interface InformationRequestFacts extends LetterFacts {
  readonly purpose: 'information-request'
  readonly sentOn: CalendarDate
  readonly answerBy: CalendarDate
  readonly questions: readonly QuestionCode[]
  /** What the regulations ask of this person, in the law's own two languages. */
  readonly duties: readonly { readonly en: string; readonly fr: string }[]
  /** Where it can be answered at the public door; absent where there is none. The code stands on the paper alone. */
  readonly online?: { readonly address: string; readonly code: string | null }
}

export type EnclosedFacts = InformationRequestFacts | PenaltyNoticeFacts | ObjectionDecisionFacts | AmountCorrectedFacts | RecoveryLetterFacts
export type AnyLetterFacts = EnclosedFacts | CoveringLetterFacts
export type Purpose = AnyLetterFacts['purpose']
/** What a letter about a penalty is for; the others are to a person of the case. */
export type PenaltyPurpose = Exclude<Purpose, 'information-request'>
