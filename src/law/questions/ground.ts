import type { Citation } from '#values'
import type { NotLiableCode } from '../assessment.ts'
import type { Words } from '../words.ts'

/** The answer to one question of liability. */
export interface Ground {
  readonly code: NotLiableCode
  /** The name of the rung on the ladder. */
  readonly rule: string
  /** The person is not liable, for this reason. */
  readonly frees: boolean
  readonly words: Words
  readonly under: Citation
  /** The question was answered against the person, which is part of the case rather than a rule that did not apply. */
  readonly isMet?: boolean
  /** Not worth a line when it frees nobody. */
  readonly quiet?: boolean
}
