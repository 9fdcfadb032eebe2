import { noPence, type Pence } from '#values'
import type { LateObjectionReceived, NoPenaltyDecided, ObjectionDetermined, ObjectionReceived, PenaltyDecided, PenaltyEvent, PenaltyImported, PenaltyProposed } from '../events.ts'
import type { Objection, Penalty, PenaltyDecision } from './penalty.ts'

export function evolvePenalty(state: Penalty | undefined, event: PenaltyEvent): Penalty {
  if (event.type === 'penalty-proposed') return proposed(state, event)
  if (event.type === 'penalty-imported') return imported(event)
  if (state === undefined) throw new Error(`A penalty cannot begin with ${event.type}`)
  switch (event.type) {
    case 'proposal-withdrawn':
      return { ...state, stage: 'withdrawn', ended: { on: event.withdrawnOn, why: event.reasons } }
    case 'penalty-decided':
      return { ...state, stage: 'decided', amountPence: event.amountPence, decision: decided('penalty', event.amountPence, event) }
    case 'no-penalty-decided':
      return { ...state, stage: 'none', amountPence: noPence, decision: decided('none', noPence, event), ended: { on: event.decidedOn, why: event.reasons } }
    case 'notice-issued':
    case 'notice-issued-again': {
      const { documentId, issuedOn, amountPence } = event
      return { ...state, stage: 'issued', notices: [...state.notices, { documentId, issuedOn, amountPence }], objection: null, determination: null }
    }
    case 'penalty-reduced':
      return { ...state, amountPence: event.toPence }
    case 'penalty-increased':
      return { ...state, stage: 'decided', amountPence: event.toPence }
    case 'penalty-cancelled':
      return { ...state, stage: 'cancelled', amountPence: event.toPence, ended: { on: event.on, why: event.reasons } }
    case 'penalty-settled':
      return { ...state, stage: 'settled', ended: { on: event.settledOn, why: event.how } }
    case 'penalty-written-off':
      return { ...state, stage: 'written-off', ended: { on: event.on, why: event.why } }
    case 'penalty-reopened':
      return { ...state, stage: state.determination === null ? 'issued' : 'determined', ended: null }
    default:
      return { ...state, ...objected(state, event) }
  }
}

type ObjectionEvent = Exclude<
  PenaltyEvent,
  { type: 'penalty-proposed' | 'penalty-imported' | 'proposal-withdrawn' | 'penalty-decided' | 'no-penalty-decided' | 'notice-issued' | 'notice-issued-again' | 'penalty-reduced' | 'penalty-increased' | 'penalty-cancelled' | 'penalty-settled' | 'penalty-written-off' | 'penalty-reopened' }
>

function objected(state: Penalty, event: ObjectionEvent): Partial<Penalty> {
  if (event.type === 'objection-received') return { stage: 'objected', objection: received('in-time', event) }
  if (event.type === 'late-objection-received') return { stage: 'objected', objection: received('late', event) }
  if (event.type === 'objection-determined') return determined(state, event)
  const { objection } = state
  if (objection === null) throw new Error(`There is no objection for ${event.type}`)
  switch (event.type) {
    case 'late-objection-accepted':
      return { objection: { ...objection, standing: 'late-accepted', lateReasons: event.reasons, acceptedLateOn: event.acceptedOn ?? objection.receivedOn } }
    case 'late-objection-refused':
      return { stage: state.ended === null ? 'issued' : 'settled', objection: { ...objection, standing: 'late-refused', lateReasons: event.reasons } }
    case 'decision-time-agreed':
      return { objection: { ...objection, decideByAgreedOn: event.until } }
  }
}

/** What was paid in full before the objection is settled again if the amount stands. */
function determined({ ended }: Penalty, { determination }: ObjectionDetermined): Partial<Penalty> {
  const stands = ended !== null && determination.outcome === 'uphold'
  return { stage: stands ? 'settled' : 'determined', determination, ended: stands ? ended : null }
}

function imported(event: PenaltyImported): Penalty {
  const { stage, amountPence, decision, notices, ended } = event
  return { ...proposed(undefined, event), stage, amountPence, decision, notices, ended }
}

function proposed(state: Penalty | undefined, event: Omit<PenaltyProposed, 'type'>): Penalty {
  const { penaltyId, proposal, caseId, personId, partyId, capacity, section, regime, responsibleOn, entrants, driverReported } = event
  return {
    id: penaltyId, caseId, personId, partyId, capacity, section, regime, responsibleOn, entrants, driverReported, proposal,
    stage: 'proposed', amountPence: null, decision: null, notices: state?.notices ?? [], objection: null, determination: null, ended: null,
  }
}

function decided(outcome: PenaltyDecision['outcome'], amountPence: Pence, event: PenaltyDecided | NoPenaltyDecided): PenaltyDecision {
  const { reasons, readings, decidedBy, decidedOn, evidence } = event
  const penalty = event.type === 'penalty-decided' ? event : { departsFromCode: false, selfReportOverride: null }
  const { departsFromCode, selfReportOverride } = penalty
  return { outcome, amountPence, reasons, readings, departsFromCode, selfReportOverride, decidedBy, decidedOn, ...(evidence === undefined ? {} : { evidence }) }
}

function received(standing: 'in-time' | 'late', { receivedOn, grounds, summary, objector }: ObjectionReceived | LateObjectionReceived): Objection {
  return { receivedOn, grounds, summary, objector, standing, lateReasons: null, acceptedLateOn: null, decideByAgreedOn: null }
}
