import type { ClockEvent } from '#law'
import { noticeInForce, type PenaltyStanding } from '../penalty/penalty.ts'

/** The part of a penalty's history that starts or pauses a legal clock, in the law's own words. */
export function clockEvents(penalty: PenaltyStanding): readonly ClockEvent[] {
  const notice = noticeInForce(penalty)
  return [
    { type: 'became-responsible', on: penalty.responsibleOn },
    ...(notice === undefined ? [] : [{ type: 'notice-issued', on: notice.issuedOn } as const]),
    ...objectionEvents(penalty),
  ]
}

/** An objection turned away for being late pauses nothing, and one that waits for that decision pauses nothing yet (reg. 4(2)). */
function objectionEvents({ objection, determination, stage }: PenaltyStanding): readonly ClockEvent[] {
  if (objection === null || objection.standing === 'late-refused' || stage === 'decided') return []
  const { receivedOn, acceptedLateOn, decideByAgreedOn } = objection
  return [
    { type: 'objection-received', on: receivedOn },
    ...(acceptedLateOn === null ? [] : [{ type: 'late-objection-accepted', on: acceptedLateOn } as const]),
    ...(decideByAgreedOn === null ? [] : [{ type: 'decision-time-agreed', until: decideByAgreedOn } as const]),
    ...(determination === null ? [] : [{ type: 'objection-decided', on: determination.toldOn } as const]),
  ]
}
