import { sizeOfBusiness, type BusinessFigures } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { SizeJudged } from '../events.ts'
import type { Person } from '../person/person.ts'
import type { JudgedSize } from './judged-size.ts'

export interface JudgingSize extends Omit<JudgedSize, 'size' | 'figures'> {
  readonly figures: BusinessFigures
}

/** Means are looked at when somebody asks and shows them: an officer enters the figures shown, and the law says how big that is. */
export function judgeSize(person: Person | undefined, found: PenaltyCase, judging: JudgingSize): Decision<SizeJudged> {
  if (person === undefined) return refuse('no-such-person')
  if (found.stage === 'closed') return refuse('case-closed')
  if (person.identity.company === null) return refuse('no-business')
  if (found.regime === 'PRE_2023') return refuse('no-amounts-before-2023')
  if (judging.reasons.trim() === '') return refuse('reasons-needed')
  if (judging.evidence.trim() === '') return refuse('accounts-needed')
  const { value: size, under } = sizeOfBusiness(judging.figures, found.incident.occurredOn)
  return announce({ type: 'size-judged', size: { ...judging, size }, under })
}
