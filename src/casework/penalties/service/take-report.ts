import { announce, isRefused, type Decision } from '#platform/decisions'
import { dayOf, type Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import { recordFailure, recordSent } from './carry-dispatch.ts'
import { evolveDispatch, type Dispatch, type DispatchEvent } from './dispatch.ts'
import { recordOutcome } from './record-outcome.ts'

/** What a carrier says of a letter it has. Reports come twice, late and out of order. */
export interface Report {
  readonly standing: 'waiting' | 'dispatched' | 'delivered' | 'failed' | 'returned'
  /** The carrier’s own words. */
  readonly word: string
  readonly at: Instant
}

interface Taking {
  readonly by: Named
  readonly now: Instant
}

/** The events that follow from a report. No news leaves everything as it is: it is never taken for delivery (casework.md C26). */
export function takeReport(dispatch: Dispatch | undefined, { standing, word, at }: Report, { by, now }: Taking): Decision<DispatchEvent> {
  if (standing === 'waiting' || dispatch === undefined) return announce()
  const when = at > now ? now : at
  const left = (state: Dispatch | undefined) => recordSent(state, { on: dayOf(when), evidence: word, by, today: dayOf(now) })
  const heard = (code: 'mailbox-accepted' | 'mailbox-refused' | 'returned-unexplained') => (state: Dispatch | undefined) => recordOutcome(state, { code, at: when, evidence: word, recordedBy: by }, now)
  switch (standing) {
    case 'dispatched': return left(dispatch)
    case 'delivered': return inOrder(dispatch, left, heard('mailbox-accepted'))
    case 'failed': return dispatch.sent === null ? recordFailure(dispatch, word, when) : heard('mailbox-refused')(dispatch)
    case 'returned': return heard('returned-unexplained')(dispatch)
  }
}

type Step = (state: Dispatch | undefined) => Decision<DispatchEvent>

/** One act after the other, each on what the one before it left. */
function inOrder(dispatch: Dispatch, ...steps: readonly Step[]): Decision<DispatchEvent> {
  let state = dispatch
  const events: DispatchEvent[] = []
  for (const step of steps) {
    const decision = step(state)
    if (isRefused(decision)) return decision
    events.push(...decision.events)
    state = decision.events.reduce<Dispatch>(evolveDispatch, state)
  }
  return announce(...events)
}
