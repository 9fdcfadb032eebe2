import type { Citation, Pence } from '#values'
import type { Answer } from './provision.ts'
import type { Words } from './words.ts'

/** One rung of the ladder from facts to answer. `applied: false` is a rule that was looked at and did not apply, with the reason. */
export interface Step {
  readonly rule: string
  readonly text: string
  readonly textFr: string
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
  return { rule, text: words.en, textFr: words.fr, amountPence: amount, applied, cite: under.cite, url: under.url }
}

/** A sentence of a clock's explanation, with where it is written. */
export interface ClockStep {
  readonly text: string
  readonly textFr: string
  readonly cite: string
  readonly url: string
}

/** An answer that can say how it was reached. */
export interface Explained<Value> extends Answer<Value> {
  readonly steps: readonly ClockStep[]
}

export function clockStep(words: Words, under: Citation): ClockStep {
  return { text: words.en, textFr: words.fr, cite: under.cite, url: under.url }
}
