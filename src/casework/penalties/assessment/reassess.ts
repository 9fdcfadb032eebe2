import { assess } from '#law'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Penalty, Snapshot } from '../penalty/penalty.ts'
import type { Person } from '../person/person.ts'
import { assessmentInput } from './assessment-input.ts'
import { barredFrom } from './barred-from.ts'

/** The law asked again on the facts as they stand after an objection, under the readings that were chosen when it was decided. */
export function reassess(penalty: Penalty, found: PenaltyCase, persons: readonly Person[], penalties: readonly Penalty[]): Snapshot {
  const { section, decision, proposal } = penalty
  const chosen = (decision?.readings ?? []).flatMap(({ point, reading }) => {
    const alternative = proposal.snapshot.answer.alternatives.find((each) => each.point === point)
    return alternative === undefined ? [] : [[alternative.setting, reading] as const]
  })
  const input = assessmentInput(found, persons, { section, settings: Object.fromEntries(chosen), barred: barredFrom(section, penalties) })
  return { input, answer: assess(input) }
}
