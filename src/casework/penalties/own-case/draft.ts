import { saysNothing, type QuestionCode, type TypedAnswer } from '../information-request/questions.ts'
import type { LetterLanguage } from '../person/language.ts'

/** What somebody has typed at the public door and not sent. */
export interface Draft {
  readonly language: LetterLanguage
  readonly answers: Readonly<Partial<Record<QuestionCode, TypedAnswer>>>
}

/** There is something that could be sent. */
export function hasAnswers({ answers }: Draft): boolean {
  return Object.values(answers).some((answer) => !saysNothing(answer))
}
