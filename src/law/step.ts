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
  return { rule, ...inBoth(words), amountPence: amount, applied, cite: under.cite, url: under.url }
}

function inBoth({ en, fr, told }: Words): Pick<Step, 'text' | 'textFr' | 'told'> {
  return { text: en, textFr: fr, ...(told !== undefined && { told }) }
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
  return { ...inBoth(words), cite: under.cite, url: under.url }
}
