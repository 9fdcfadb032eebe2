import type { CalendarDate } from '#values'
import type { LetterLanguage } from '../../person/language.ts'

/** Somebody who answers for it has read one sentence: a lawyer the English, a sworn translator any other. */
export interface WordsReviewed {
  readonly language: LetterLanguage
  /** Part and name, such as `notice.title`. */
  readonly sentence: string
  readonly by: string
  readonly on: CalendarDate
}

/** Nobody yet: every sentence in every language is a draft, and each screen that issues a letter says so. */
export const reviews: readonly WordsReviewed[] = []
