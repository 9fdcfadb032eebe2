import type { CaseEvent, CaseOpened } from '../events.ts'
import type { PenaltyCase } from './penalty-case.ts'

export function evolveCase(state: PenaltyCase | undefined, event: CaseEvent): PenaltyCase {
  if (event.type === 'case-opened') return opened(event)
  if (state === undefined) throw new Error(`A case cannot begin with ${event.type}`)
  switch (event.type) {
    case 'case-allocated':
      return { ...state, caseworkerId: event.caseworker.officerId, caseworkerName: event.caseworker.name }
    case 'assessment-proposed':
      return { ...state, stage: 'proposed', incident: { ...state.incident, section: event.section } }
    case 'case-decided':
      return { ...state, stage: 'decided' }
    case 'case-closed':
      return { ...state, stage: 'closed', closedOn: event.closedOn }
  }
}

function opened({ caseId, reference, detectionId, incident, regime, openedOn }: CaseOpened): PenaltyCase {
  return {
    id: caseId, reference, detectionId, incident, regime, openedOn,
    stage: 'open', caseworkerId: null, caseworkerName: null, closedOn: null,
  }
}
