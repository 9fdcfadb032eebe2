import type { CalendarDate } from '#values'
import type { ChallengeGround, CourtOutcome, ObjectionOutcome, UkNation } from '../challenge.ts'
import { appealIsHeardAfresh, courtsOfAppeal, groundsOfObjection, newNoticeForIncrease, objectionInTime, outcomesOfAppeal, outcomesOfObjection, reductionTold } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { codeOnPrevention } from '../instruments/immigration-and-asylum-act-1999.ts'
import { codeInOperation } from '../instruments/level-of-penalty-code-of-practice.ts'
import { citationOf, inForce, isInForce, type Answer } from '../provision.ts'
import type { Words } from '../words.ts'

/** On what grounds somebody may object, and appeal. */
export function groundsToChallenge(on: CalendarDate): Answer<readonly ChallengeGround[]> {
  return inForce(groundsOfObjection, on)
}

/** What the law says of an objection that came late. */
export function lateObjectionIsJudged(on: CalendarDate): Answer<Words> {
  return { value: objectionInTime.says, under: inForce(objectionInTime, on).under }
}

/** What may be decided on an objection, and what follows from some of it: an increase is a new notice, a reduction is told. */
export function objectionMayEndIn(on: CalendarDate): Answer<readonly ObjectionOutcome[]> {
  const { value, under } = inForce(outcomesOfObjection, on)
  return { value, under: [...under, citationOf(newNoticeForIncrease), citationOf(reductionTold)] }
}

export function appealMayEndIn(on: CalendarDate): Answer<readonly CourtOutcome[]> {
  return inForce(outcomesOfAppeal, on)
}

/** Which court hears an appeal. */
export function courtFor(nation: UkNation, on: CalendarDate): Answer<'county-court' | 'sheriff'> {
  const { value, under } = inForce(courtsOfAppeal, on)
  return { value: value[nation], under }
}

export interface CodesWeighed {
  /** On the level of penalties; null where none is held. */
  readonly onAmounts: string | null
  /** Until the reform the code on preventing carriage was weighed as well. */
  readonly onPrevention: boolean
}

/** The codes that a court has regard to are those in effect when it hears the appeal, not those of the decision. */
export function codesWeighedOnAppeal(heardOn: CalendarDate): Answer<CodesWeighed> {
  const { under } = inForce(appealIsHeardAfresh, heardOn)
  const [onAmounts, onPrevention] = [isInForce(codeInOperation, heardOn) ? inForce(codeInOperation, heardOn).value.code : null, isInForce(codeOnPrevention, heardOn)]
  return { value: { onAmounts, onPrevention }, under: [...under, citationOf(codeInOperation), ...(onPrevention ? [citationOf(codeOnPrevention)] : [])] }
}
