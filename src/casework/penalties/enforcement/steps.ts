import type { RecoveryLetterFacts } from '../notice/letter-facts.ts'

/** A condition a step rests on. Each is asked of the facts, and its refusal says what is missing. */
export type Need =
  | 'owed' | 'not-held' | 'time-to-pay-over' | 'no-appeal-possible' | 'address-sure' | 'account-set'
  | 'reminder-served' | 'letter-before-action-served' | 'claim-made' | 'judgment'

/** Something the step asks for; a `day` is a date, everything else a sentence. */
export interface Prompt {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'day'
}

export interface StepDefinition {
  readonly code: string
  readonly words: string
  /** What it is, in one sentence for whoever takes it. */
  readonly what: string
  /** `chase`: finance may. `enforce`: it reaches into somebody’s property or a court, so a senior officer does it. */
  readonly right: 'chase' | 'enforce'
  readonly needs: readonly Need[]
  readonly asks: readonly Prompt[]
  /** A letter of the same name, with the days it gives from the day it is proved to have arrived; null for what is no letter. */
  readonly letterDays: number | null
}

const text = (name: string, label: string): Prompt => ({ name, label, kind: 'text' })
const dayOf = (name: string, label: string): Prompt => ({ name, label, kind: 'day' })

/**
 * Every step of enforcement as data, in the order in which they may follow. Nothing here happens by itself: a named officer takes each step.
 * What is done to a vehicle has a place of its own (`detention/`).
 * The days a letter gives are practice and not law: two weeks for a reminder, and before a claim the month that the pre-action protocol for
 * debt claims gives individuals, given to companies as well.
 */
export const steps = [
  {
    code: 'reminder', words: 'Reminder', right: 'chase', letterDays: 14,
    what: 'A letter that says what is owed, how to pay and whom to tell if they cannot.',
    needs: ['owed', 'not-held', 'time-to-pay-over', 'address-sure', 'account-set'], asks: [],
  },
  {
    code: 'letter-before-action', words: 'Letter before action', right: 'chase', letterDays: 30,
    what: 'The last letter before a claim: the debt, the claim that will be made, and the time to answer.',
    needs: ['owed', 'not-held', 'time-to-pay-over', 'address-sure', 'account-set', 'reminder-served'], asks: [],
  },
  {
    code: 'county-court-claim', words: 'County court claim', right: 'enforce', letterDays: null,
    what: 'The debt is claimed in court (s.35(10)). Neither liability nor amount may be questioned there (s.35(11)).',
    needs: ['owed', 'not-held', 'no-appeal-possible', 'address-sure', 'letter-before-action-served'],
    asks: [text('claimNumber', 'Claim number'), text('court', 'Court'), dayOf('issuedOn', 'Day the court issued it')],
  },
  {
    code: 'judgment', words: 'Judgment', right: 'enforce', letterDays: null,
    what: 'The court’s judgment for the debt. Interest accrues only from here, by the order.',
    needs: ['claim-made'],
    asks: [dayOf('judgedOn', 'Day of the judgment'), text('order', 'What the order says, in a sentence')],
  },
  {
    code: 'foreign-enforcement', words: 'Enforcement abroad', right: 'enforce', letterDays: null,
    what: 'The judgment is taken to the courts of another country. There is no general route: advice is taken case by case.',
    needs: ['owed', 'not-held', 'judgment'],
    asks: [text('country', 'Country'), text('advice', 'The advice it rests on, and whose'), text('instructed', 'Who was instructed')],
  },
] as const satisfies readonly StepDefinition[]

export type StepCode = (typeof steps)[number]['code']

export const everyStep: readonly (StepDefinition & { readonly code: StepCode })[] = steps

/** What was recorded here of a vehicle before that had pages of its own: still read, and taken no more. */
const formerWords: Readonly<Record<string, string>> = {
  'detention-36': 'Vehicle detained as security', 'detention-36a': 'Vehicle of the business detained', 'release': 'Vehicle released',
  'sale-notice': 'Notice of sale', 'leave-to-sell': 'Leave of the court to sell', 'sale': 'Vehicle sold',
}

const formerSteps: readonly StepDefinition[] = Object.entries(formerWords).map(([code, words]) => ({ code, words, what: '', right: 'enforce', needs: [], asks: [], letterDays: null }))

export function stepOf(code: StepCode): StepDefinition {
  const found = [...everyStep, ...formerSteps].find((step) => step.code === code)
  if (found === undefined) throw new Error(`There is no step ${code}`)
  return found
}

/** The letter that a step is; undefined for a step that is none. */
export function letterOf(code: StepCode): RecoveryLetterFacts['purpose'] | undefined {
  return code === 'reminder' || code === 'letter-before-action' ? code : undefined
}
