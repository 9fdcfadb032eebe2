import type { CalendarDate, Pence } from '#values'
import type { Capacity, Transporter } from './assessment.ts'
import type { LawSentence } from './sentences/sentence.ts'

/** What a sentence says, apart from any language: by it the sentence is said in languages that the law's own answer is not written in. */
export interface Told {
  readonly as: LawSentence
  readonly facts: Readonly<Record<string, ToldFact>>
}

/** What stands in a gap: a number or a citation as it is, or what each language writes in its own way. */
export type ToldFact = string | number | Told | { readonly pence: Pence } | { readonly on: CalendarDate } | { readonly capacity: Capacity } | { readonly transporter: Transporter } | { readonly all: readonly ToldFact[] }
