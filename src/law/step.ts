import type { Citation, Pence } from '#values'
import type { Answer } from './provision.ts'
import type { ToldFact } from './told.ts'
import type { Words } from './words.ts'

/** One rung of the ladder from facts to answer. `applied: false` is a rule that was looked at and did not apply, with the reason. */
export interface Step {
  readonly rule: string
  readonly text: string
  readonly textFr: string
  /** The same apart from any language; absent in answers of the time when there were two. */
  readonly told?: ToldFact
  /** The amount after this step; null where the step is not about money. */
  readonly amountPence: Pence | null
  readonly applied: boolean
  readonly cite: string
  readonly url: string
}

interface StepParts {
  readonly words: Words
  readonly under: Citation
  readonly amount?: Pence | null
  readonly applied?: boolean
}

export function step(rule: string, { words, under, amount = null, applied = true }: StepParts): Step {
  const { en: text, fr: textFr, told } = words
  const said = { rule, text, textFr, amountPence: amount, applied, cite: under.cite, url: under.url }
  return told === undefined ? said : Object.assign(said, { told })
}

/** A sentence of a clock's explanation, with where it is written. */
export interface ClockStep {
  readonly text: string
  readonly textFr: string
  readonly told?: ToldFact
  readonly cite: string
  readonly url: string
}

/** An answer that can say how it was reached. */
export interface Explained<Value> extends Answer<Value> {
  readonly steps: readonly ClockStep[]
}

export function clockStep(words: Words, under: Citation): ClockStep {
  const { en: text, fr: textFr, told } = words
  return { text, textFr, ...(told !== undefined && { told }), cite: under.cite, url: under.url }
}
