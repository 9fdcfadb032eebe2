import type { Citation } from '#values'

/** Something that happened: its type in the past tense, its facts, and the provisions it rests on. */
export interface Happening {
  readonly type: string
  readonly under?: readonly Citation[]
}

export interface Announced<Event extends Happening> {
  readonly events: readonly Event[]
}

/** A rule said no. The words for the code live in the context's `refusals.ts`. */
export interface Refusal {
  readonly refused: string
  readonly under?: readonly Citation[]
}

/** What an act answers: the events that follow, or why not. */
export type Decision<Event extends Happening> = Announced<Event> | Refusal

/** What a refusal means in words, in both working languages, and the field where a form puts it right. */
export type Refusals = Readonly<Record<string, { readonly en: string; readonly fr: string; readonly at?: string }>>

export function announce<Event extends Happening>(...events: readonly Event[]): Announced<Event> {
  return { events }
}

export function refuse(code: string, under?: readonly Citation[]): Refusal {
  return under === undefined ? { refused: code } : { refused: code, under }
}

export function isRefused<Event extends Happening>(decision: Decision<Event>): decision is Refusal {
  return 'refused' in decision
}
