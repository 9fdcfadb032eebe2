import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { CalendarDate } from '#values'
import type { Named } from '../penalty/penalty.ts'

export interface Undone {
  readonly by: Named
  readonly on: CalendarDate
  readonly reasons: string
}

/** Somebody judged that two records are one person, or that they are two. Both records stay as they were, so that it can be taken back. */
export interface PartyJudgement {
  readonly id: string
  readonly onePartyId: string
  readonly otherPartyId: string
  readonly same: boolean
  readonly reasons: string
  readonly judgedBy: Named
  readonly judgedOn: CalendarDate
  readonly undone: Undone | null
}

export interface PartiesJudged extends Happening, Omit<PartyJudgement, 'id' | 'undone'> {
  readonly type: 'parties-judged'
  readonly judgementId: string
}

export interface PartyJudgementUndone extends Happening {
  readonly type: 'party-judgement-undone'
  readonly undone: Undone
}

export type PartyEvent = PartiesJudged | PartyJudgementUndone

export function evolveJudgement(state: PartyJudgement | undefined, event: PartyEvent): PartyJudgement {
  if (event.type === 'parties-judged') {
    const { judgementId, onePartyId, otherPartyId, same, reasons, judgedBy, judgedOn } = event
    return { id: judgementId, onePartyId, otherPartyId, same, reasons, judgedBy, judgedOn, undone: null }
  }
  if (state === undefined) throw new Error(`A judgement cannot begin with ${event.type}`)
  return { ...state, undone: event.undone }
}

export type Judging = Omit<PartiesJudged, 'type' | 'under'>

/** `standing` is a judgement on these two that nobody has taken back; `alike` says that they are one already, by way of a third. */
export function judgeParties(judging: Judging, { standing, alike }: { readonly standing: boolean; readonly alike: boolean }): Decision<PartiesJudged> {
  if (judging.onePartyId === judging.otherPartyId || (alike && judging.same)) return refuse('one-party-already')
  if (standing) return refuse('parties-judged-already')
  if (alike) return refuse('parties-joined-by-a-third')
  if (judging.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'parties-judged', ...judging })
}

export function undoJudgement(judgement: PartyJudgement | undefined, undone: Undone): Decision<PartyJudgementUndone> {
  if (judgement === undefined) return refuse('no-such-judgement')
  if (judgement.undone !== null) return refuse('judgement-undone-already')
  if (undone.reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'party-judgement-undone', undone })
}
