import type { CaseEvent, CaseOpened, FindCorrected, FindCorrectionConsidered } from '../events.ts'
import type { PenaltyCase } from './penalty-case.ts'

export function evolveCase(state: PenaltyCase | undefined, event: CaseEvent): PenaltyCase {
  if (event.type === 'case-opened') return opened(event)
  if (state === undefined) throw new Error(`A case cannot begin with ${event.type}`)
  switch (event.type) {
    case 'case-allocated':
      return { ...state, caseworkerId: event.caseworker.officerId, caseworkerName: event.caseworker.name }
    case 'assessment-proposed':
      return { ...state, stage: state.stage === 'part-decided' ? 'part-decided' : 'proposed', incident: { ...state.incident, section: event.section } }
    case 'assessment-withdrawn':
      return { ...state, stage: 'open' }
    case 'case-partly-decided':
      return { ...state, stage: 'part-decided' }
    case 'case-decided':
      return { ...state, stage: 'decided' }
    case 'case-closed':
      return { ...state, stage: 'closed', closedOn: event.closedOn, priority: null }
    case 'case-reopened':
      return { ...state, stage: state.triage === null ? 'decided' : 'open', closedOn: null, triage: null }
    case 'case-triaged':
      return { ...state, stage: 'closed', closedOn: event.triage.on, triage: event.triage, priority: null }
    case 'case-restricted':
      return { ...state, restricted: event.restricted }
    case 'case-opened-to-all':
      return { ...state, restricted: null }
    case 'case-put-first':
      return { ...state, priority: event.priority }
    case 'case-no-longer-first':
      return { ...state, priority: null }
    case 'security-judged':
      return { ...state, incident: { ...state.incident, security: event.security } }
    case 'find-corrected':
      return corrected(state, event)
    case 'find-correction-considered':
      return considered(state, event)
  }
}

function opened({ caseId, reference, detectionId, incident, regime, openedOn }: CaseOpened): PenaltyCase {
  return {
    id: caseId, reference, detectionId, incident, regime, openedOn,
    stage: 'open', caseworkerId: null, caseworkerName: null, closedOn: null, corrections: [], triage: null, restricted: null, priority: null,
  }
}

function corrected(state: PenaltyCase, { correction, regime }: FindCorrected): PenaltyCase {
  const incident = correction.inForce ? { ...state.incident, ...correction.facts } : state.incident
  return { ...state, incident, regime, corrections: [...state.corrections, correction] }
}

function considered(state: PenaltyCase, { correctionId, adopt, reasons, consideredBy, consideredOn }: FindCorrectionConsidered): PenaltyCase {
  const consideration = { adopted: adopt, reasons, by: consideredBy, on: consideredOn }
  const corrections = state.corrections.map((each) => (each.id === correctionId ? { ...each, considered: consideration, inForce: each.inForce || adopt } : each))
  const facts = adopt ? state.corrections.find(({ id }) => id === correctionId)?.facts : undefined
  return { ...state, corrections, incident: { ...state.incident, ...facts } }
}
