import { isOpen } from '../appeal/appeal.ts'
import { toConsider } from '../case/find-correction.ts'
import type { CaseState } from '../case/required-actions.ts'

/**
 * How heavy a case is to work on, in points, so that two people with as many cases do not count as equally busy. Nothing of who the
 * persons are is in it: a further language is weighed because letters in it take longer, whoever they go to.
 */
export function weightOf(state: CaseState): number {
  return partsOfWeight(state).reduce((sum, { points }) => sum + points, 0)
}

export interface PartOfWeight {
  readonly why: string
  readonly points: number
}

export function partsOfWeight(state: CaseState): readonly PartOfWeight[] {
  const { persons, penalties, appeals = [], found } = state
  const parts = [
    { why: 'the case itself', points: 1 },
    { why: 'each person after the first', points: Math.max(0, persons.length - 1) },
    { why: 'each objection held', points: 2 * penalties.filter(({ stage }) => stage === 'objected').length },
    { why: 'each open appeal', points: 4 * appeals.filter(isOpen).length },
    { why: 'each further language of letters', points: Math.max(0, languagesOf(state).length - 1) },
    { why: 'a correction that waits', points: toConsider(found.corrections).length > 0 ? 1 : 0 },
  ]
  return parts.filter(({ points }) => points > 0)
}

/** The languages of the letters that the case will need: English always, and what each person reads. */
export function languagesOf({ persons }: Pick<CaseState, 'persons'>): readonly string[] {
  return [...new Set(['en', ...persons.map(({ identity }) => identity.noticeLanguage)])]
}
