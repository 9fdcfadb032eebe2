import { assess, type Assessment, type PersonAssessment, type Step } from '#law'
import type { Snapshot } from '../penalty/penalty.ts'

/** Where the law as it is held now answers otherwise than it did when the answer was stored. */
export interface Difference {
  readonly personId: string
  readonly capacity: string
  /** The first rule on which the two ladders part, and where it is written. */
  readonly rule: string
  readonly cite: string
  readonly stored: string
  readonly now: string
}

/** The same question asked again: nothing when the answer is the stored one, else for each person the first rule that differs. */
export function recompute({ input, answer }: Snapshot): readonly Difference[] {
  const now = assess(input)
  return answer.persons.flatMap((stored) => {
    const again = now.persons.find(({ id, capacity }) => id === stored.id && capacity === stored.capacity)
    return again === undefined ? [] : differenceFor(stored, again, { stored: answer, now })
  })
}

interface Answers {
  readonly stored: Assessment
  readonly now: Assessment
}

function differenceFor(stored: PersonAssessment, now: PersonAssessment, answers: Answers): readonly Difference[] {
  const who = { personId: stored.id, capacity: stored.capacity }
  const place = Math.max(stored.steps.length, now.steps.length)
  for (let at = 0; at < place; at += 1) {
    const [before, after] = [stored.steps[at], now.steps[at]]
    if (!sameStep(before, after)) return [{ ...who, rule: (after ?? before)?.rule ?? '', cite: (after ?? before)?.cite ?? '', stored: inWords(before), now: inWords(after) }]
  }
  return owed(stored) === owed(now) && answers.stored.regime === answers.now.regime ? [] : [{ ...who, rule: 'total', cite: '', stored: String(owed(stored)), now: String(owed(now)) }]
}

/** By what the rule decided, not by how it is put: a sentence may be worded better. */
function sameStep(before: Step | undefined, after: Step | undefined): boolean {
  return before?.rule === after?.rule && before?.applied === after?.applied && before?.amountPence === after?.amountPence && before?.cite === after?.cite
}

function inWords(step: Step | undefined): string {
  return step === undefined ? 'no such step' : step.text
}

function owed({ liable, totalPence, cappedTotalPence }: PersonAssessment): number | null {
  return liable ? (cappedTotalPence ?? totalPence) : null
}
