import type { Happening } from '#platform/decisions'
import type { CalendarDate, Instant } from '#values'
import type { Purpose } from '../notice/letter-facts.ts'
import type { Named } from '../penalty/penalty.ts'
import { endsAs, type OutcomeCode } from './outcome.ts'

/** The ways a letter can be given to somebody. */
export const channels = ['post', 'email', 'by-hand', 'fixed-to-trailer'] as const
export type Channel = (typeof channels)[number]

/** Where one letter was sent, as it was known then. */
export interface Destination {
  readonly name: string
  readonly lines: readonly string[]
  readonly country: string
  readonly email: string | null
  readonly source: string
  readonly asOf: CalendarDate
}

/** `planned`: waits for its carrier or its officer. `handed-over`: a carrier has it. `sent`: it left us, and nothing is known yet: silence is not delivery. */
export const dispatchStages = ['planned', 'withheld', 'handed-over', 'sent', 'failed', 'delivered', 'returned'] as const
export type DispatchStage = (typeof dispatchStages)[number]

/** What was heard of a letter after it left. Everything heard is kept; the latest moment counts. */
export interface Outcome {
  readonly code: OutcomeCode
  /** When it happened, as far as the carrier or the envelope says. */
  readonly at: Instant
  readonly evidence: string
  readonly recordedBy: Named
}

/** One letter sent one way to one place. */
export interface Dispatch {
  readonly id: string
  readonly caseId: string
  /** Null for a letter that is about no penalty: `personId` then says whose it is. */
  readonly penaltyId: string | null
  readonly personId?: string | undefined
  readonly documentId: string
  readonly purpose: Purpose
  readonly channel: Channel
  readonly to: Destination
  readonly because: string
  readonly plannedBy: Named
  readonly plannedOn: CalendarDate
  /** The dispatch that went wrong before this one. */
  readonly insteadOf: string | null
  readonly stage: DispatchStage
  readonly withheld: { readonly reasons: string; readonly by: Named } | null
  readonly carrier: { readonly name: string; readonly id: string; readonly at: Instant } | null
  readonly sent: { readonly on: CalendarDate; readonly evidence: string; readonly by: Named } | null
  readonly failed: { readonly why: string; readonly at: Instant } | null
  readonly outcomes: readonly Outcome[]
}

export interface DispatchPlanned extends Happening, Omit<Dispatch, 'id' | 'stage' | 'withheld' | 'carrier' | 'sent' | 'failed' | 'outcomes'> {
  readonly type: 'dispatch-planned'
  readonly dispatchId: string
}

export interface DispatchWithheld extends Happening {
  readonly type: 'dispatch-withheld'
  readonly reasons: string
  readonly by: Named
}

export interface DispatchHandedOver extends Happening {
  readonly type: 'dispatch-handed-over'
  readonly carrier: string
  readonly carrierId: string
  readonly at: Instant
}

export interface DispatchSent extends Happening {
  readonly type: 'dispatch-sent'
  readonly on: CalendarDate
  readonly evidence: string
  readonly by: Named
}

export interface DispatchFailed extends Happening {
  readonly type: 'dispatch-failed'
  readonly why: string
  readonly at: Instant
}

export interface OutcomeRecorded extends Happening, Outcome {
  readonly type: 'service-outcome-recorded'
}

export type DispatchEvent = DispatchPlanned | DispatchWithheld | DispatchHandedOver | DispatchSent | DispatchFailed | OutcomeRecorded

export function evolveDispatch(state: Dispatch | undefined, event: DispatchEvent): Dispatch {
  if (event.type === 'dispatch-planned') return planned(event)
  if (state === undefined) throw new Error(`A dispatch is planned before ${event.type}`)
  switch (event.type) {
    case 'dispatch-withheld': return { ...state, stage: 'withheld', withheld: { reasons: event.reasons, by: event.by } }
    case 'dispatch-handed-over': return { ...state, stage: 'handed-over', carrier: { name: event.carrier, id: event.carrierId, at: event.at } }
    case 'dispatch-sent': return withStage({ ...state, sent: { on: event.on, evidence: event.evidence, by: event.by } })
    case 'dispatch-failed': return { ...state, stage: 'failed', failed: { why: event.why, at: event.at } }
    case 'service-outcome-recorded': {
      const { code, at, evidence, recordedBy } = event
      return withStage({ ...state, outcomes: [...state.outcomes, { code, at, evidence, recordedBy }] })
    }
  }
}

function planned(event: DispatchPlanned): Dispatch {
  const { dispatchId, caseId, penaltyId, personId, documentId, purpose, channel, to, because, plannedBy, plannedOn, insteadOf } = event
  return {
    id: dispatchId, caseId, penaltyId, ...(personId === undefined ? {} : { personId }), documentId, purpose, channel, to, because, plannedBy, plannedOn, insteadOf,
    stage: 'planned', withheld: null, carrier: null, sent: null, failed: null, outcomes: [],
  }
}

/** Reports come twice and out of order, so the stage follows from what was reported to have happened last, not from what was heard last. */
function withStage(state: Dispatch): Dispatch {
  const last = lastOutcome(state)
  return { ...state, stage: last === undefined ? 'sent' : endsAs(last.code) }
}

export function lastOutcome({ outcomes }: Pick<Dispatch, 'outcomes'>): Outcome | undefined {
  return outcomes.reduce<Outcome | undefined>((last, each) => (last === undefined || each.at >= last.at ? each : last), undefined)
}

/** It has left us, or is still to leave: neither withheld nor failed nor come back. */
export function isUnderWay({ stage }: Pick<Dispatch, 'stage'>): boolean {
  return stage === 'planned' || stage === 'handed-over' || stage === 'sent' || stage === 'delivered'
}

/** It has left us and has not come back. Whether it arrived is another question. */
export function hasLeft({ stage }: Pick<Dispatch, 'stage'>): boolean {
  return stage === 'sent' || stage === 'delivered'
}
