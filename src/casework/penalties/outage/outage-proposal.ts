import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { OutageChannel } from './outage.ts'

/** A time in which the machine saw a door shut. A person says whether it was an outage. */
export interface OutageProposal {
  readonly id: string
  readonly channel: OutageChannel
  readonly fromAt: Instant
  readonly untilAt: Instant
  readonly answer: ProposalAnswer | null
}

export interface ProposalAnswer {
  readonly wasOutage: boolean
  readonly reasons: string
  readonly by: Named
}

export interface OutageProposed extends Happening, Omit<OutageProposal, 'id' | 'answer'> {
  readonly type: 'outage-proposed'
  readonly proposalId: string
}

export interface OutageProposalAnswered extends Happening {
  readonly type: 'outage-proposal-answered'
  readonly answer: ProposalAnswer
}

export type ProposalEvent = OutageProposed | OutageProposalAnswered

export function evolveProposal(state: OutageProposal | undefined, event: ProposalEvent): OutageProposal {
  if (event.type === 'outage-proposed') {
    const { proposalId, channel, fromAt, untilAt } = event
    return { id: proposalId, channel, fromAt, untilAt, answer: null }
  }
  if (state === undefined) throw new Error('A proposal is made before it is answered')
  return { ...state, answer: event.answer }
}

export function answerProposal(proposal: OutageProposal | undefined, answer: ProposalAnswer): Decision<OutageProposalAnswered> {
  if (proposal === undefined) return refuse('no-such-outage')
  if (proposal.answer !== null) return refuse('outage-answered-already')
  return announce({ type: 'outage-proposal-answered', answer })
}
