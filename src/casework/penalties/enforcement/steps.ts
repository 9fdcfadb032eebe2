/** A condition a step rests on. Each is asked of the facts, and its refusal says what is missing. */
export type Need =
  | 'owed' | 'not-held' | 'notice-issued' | 'time-to-pay-over' | 'no-appeal-possible' | 'address-sure'
  | 'reminder-served' | 'letter-before-action-served' | 'claim-made' | 'judgment'
  | 'driver-tied' | 'owner-or-driver' | 'not-detained' | 'detained' | 'sale-notice-given' | 'leave-to-sell' | 'sale-possible' | 'sale-not-lapsed'

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
  /** A letter, with the days it gives from the day it is proved to have arrived; null for what is no letter. */
  readonly letterDays: number | null
}

const text = (name: string, label: string): Prompt => ({ name, label, kind: 'text' })
const dayOf = (name: string, label: string): Prompt => ({ name, label, kind: 'day' })

/**
 * Every step of enforcement as data, in the order in which they may follow. Nothing here happens by itself: a named officer takes each step.
 * The days a letter gives are practice and not law: two weeks for a reminder, and before a claim the month that the pre-action protocol for
 * debt claims gives individuals, given to companies as well.
 */
export const steps = [
  {
    code: 'reminder', words: 'Reminder', right: 'chase', letterDays: 14,
    what: 'A letter that says what is owed, how to pay and whom to tell if they cannot.',
    needs: ['owed', 'not-held', 'time-to-pay-over', 'address-sure'], asks: [],
  },
  {
    code: 'letter-before-action', words: 'Letter before action', right: 'chase', letterDays: 30,
    what: 'The last letter before a claim: the debt, the claim that will be made, and the time to answer.',
    needs: ['owed', 'not-held', 'time-to-pay-over', 'address-sure', 'reminder-served'], asks: [],
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
  {
    code: 'detention-36', words: 'Vehicle detained as security', right: 'enforce', letterDays: null,
    what: 'The vehicle of the find is detained until the penalty and reasonable expenses are paid (s.36(1)). The owner and others may apply to the court for its release (s.37).',
    needs: ['notice-issued', 'owed', 'not-held', 'driver-tied', 'not-detained'],
    asks: [text('vehicle', 'Registration, make and marks'), text('place', 'Where it is held'), dayOf('detainedOn', 'Day the detention began'), text('risk', 'Why there is a significant risk of non-payment in time (s.36(2))'), text('security', 'Why no other security was satisfactory (s.36(2))')],
  },
  {
    code: 'detention-36a', words: 'Vehicle of the business detained', right: 'enforce', letterDays: null,
    what: 'Unpaid after its last day, a vehicle used in the person’s business is detained, whoever owns it (s.36A). Not while an appeal is open or can still be made.',
    needs: ['owed', 'not-held', 'time-to-pay-over', 'no-appeal-possible', 'owner-or-driver', 'not-detained'],
    asks: [text('vehicle', 'Registration, make and marks'), text('place', 'Where it is held'), dayOf('detainedOn', 'Day the detention began'), text('business', 'How it is used in their business')],
  },
  {
    code: 'release', words: 'Vehicle released', right: 'enforce', letterDays: null,
    what: 'The vehicle goes back: the penalty and expenses are paid, security was given, or the court says so (s.37).',
    needs: ['detained'], asks: [text('to', 'To whom')],
  },
  {
    code: 'sale-notice', words: 'Notice of sale', right: 'enforce', letterDays: null,
    what: 'At least 21 days before leave to sell is asked for: in the London Gazette, in a local newspaper, and to everybody addressed by the notice (reg. 9).',
    needs: ['owed', 'not-held', 'detained'],
    asks: [dayOf('gazettedOn', 'Day it was in the Gazette'), text('newspaper', 'Newspaper and day'), text('personally', 'How those addressed were told, or why that was impracticable')],
  },
  {
    code: 'leave-to-sell', words: 'Leave of the court to sell', right: 'enforce', letterDays: null,
    what: 'The court gives leave on proof that the penalty is due, is unpaid, and that the vehicle may be sold (Sch. 1 para. 1).',
    needs: ['owed', 'not-held', 'detained', 'sale-notice-given', 'no-appeal-possible'],
    asks: [dayOf('orderedOn', 'Day of the order'), text('order', 'What the order says')],
  },
  {
    code: 'sale', words: 'Vehicle sold', right: 'enforce', letterDays: null,
    what: 'Sold by leave. The proceeds pay, in this order: expenses of detention, sale and court; the penalties; duty and tax on the import; and what is left goes to those who lost by it (reg. 13).',
    needs: ['owed', 'not-held', 'detained', 'leave-to-sell', 'no-appeal-possible', 'sale-possible', 'sale-not-lapsed'],
    asks: [dayOf('soldOn', 'Day of the sale'), text('proceeds', 'What it fetched, and the expenses taken from it first'), text('surplus', 'What is left over, and to whom it goes')],
  },
] as const satisfies readonly StepDefinition[]

export type StepCode = (typeof steps)[number]['code']

export const everyStep: readonly (StepDefinition & { readonly code: StepCode })[] = steps

export function stepOf(code: StepCode): StepDefinition {
  const found = everyStep.find((step) => step.code === code)
  if (found === undefined) throw new Error(`There is no step ${code}`)
  return found
}
