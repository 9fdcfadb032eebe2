import type { Regime } from '#law'
import { announce, refuse, type Decision } from '#platform/decisions'
import { isAfter, type CalendarDate } from '#values'
import type { CaseOpened } from '../events.ts'
import type { Incident, PenaltyCase } from './penalty-case.ts'

export interface Opening {
  readonly caseId: string
  readonly reference: string
  readonly detectionId: string | null
  readonly incident: Incident
  readonly regime: Regime
  readonly imported?: true
  readonly openedOn: CalendarDate
}

/** A find opens one case however often it is told: the second time nothing happens. */
export function openCase(existing: PenaltyCase | undefined, opening: Opening): Decision<CaseOpened> {
  if (existing !== undefined) return announce()
  const { incident, openedOn } = opening
  if (isAfter(incident.occurredOn, openedOn)) return refuse('incident-in-future')
  if (incident.section === '32' && incident.entrants < 1) return refuse('section-32-needs-an-entrant')
  return announce({ type: 'case-opened', ...opening })
}
