import type { Words } from './words.ts'

/** One thing that a provision asks for, or lists. */
export interface Requirement<Id extends string = string> {
  readonly id: Id
  readonly words: Words
}
