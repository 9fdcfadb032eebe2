import type { Citation } from '#values'
import type { Answer } from '../provision.ts'
import { clockStep, type ClockStep } from '../step.ts'
import type { Words } from '../words.ts'

/** One of several things that must all hold, and whether it does. */
export interface Condition extends ClockStep {
  readonly isMet: boolean
}

/** An answer that is yes only when every condition is met. */
export interface Judged extends Answer<boolean> {
  readonly conditions: readonly Condition[]
}

export function condition(isMet: boolean, words: Words, under: Citation): Condition {
  return { ...clockStep(words, under), isMet }
}

export function allOf(conditions: readonly Condition[]): Judged {
  return { value: conditions.every(({ isMet }) => isMet), conditions, under: conditions.map(({ cite, url }) => ({ cite, url })) }
}
