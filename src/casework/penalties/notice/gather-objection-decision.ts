import type { Penalty } from '../penalty/penalty.ts'
import { calculationOf, dayOfClock, letterFacts, personOf, type CaseFile } from './gather-letter-facts.ts'
import type { ObjectionDecisionFacts } from './letter-facts.ts'

/** The facts of the letter that tells an objector what was decided; undefined while nothing has been. */
export function gatherObjectionDecision(file: CaseFile, penalty: Penalty): ObjectionDecisionFacts | undefined {
  const { determination, objection } = penalty
  if (determination === null || objection === null) return undefined

  const person = personOf(file, penalty)
  const { outcome, beforePence, amountPence, reasons, determinedBy, toldOn, snapshot } = determination
  const stands = outcome === 'uphold' || outcome === 'reduce'
  return {
    purpose: 'objection-decision',
    ...letterFacts(file, person, penalty),
    toldOn,
    receivedOn: objection.receivedOn,
    outcome,
    beforePence,
    amountPence,
    calculation: stands && snapshot !== null ? calculationOf(snapshot, person) : null,
    reasons,
    determinedBy,
    lastDays: { pay: stands ? dayOfClock(penalty, 'pay') : null, appeal: stands ? dayOfClock(penalty, 'appeal') : null },
  }
}
