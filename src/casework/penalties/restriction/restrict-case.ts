import { announce, refuse, type Decision } from '#platform/decisions'
import type { PenaltyCase, Restriction } from '../case/penalty-case.ts'
import type { CaseOpenedToAll, CaseRestricted } from './restriction-event.ts'

/** Closes a case to all but those named, and to whoever says so: it stays possible to open it again. Its caseworker is one of them, or somebody else has it first. */
export function restrictCase(found: PenaltyCase | undefined, { to, ...said }: Restriction): Decision<CaseRestricted> {
  if (found === undefined) return refuse('no-such-case')
  if (said.reasons.trim() === '') return refuse('reasons-needed')
  const readers = [...to.filter(({ officerId }) => officerId !== said.by.officerId), said.by]
  if (found.caseworkerId !== null && !readers.some(({ officerId }) => officerId === found.caseworkerId)) return refuse('closed-to-its-caseworker')
  return announce({ type: 'case-restricted', restricted: { to: readers, ...said } })
}

export function openCaseToAll(found: PenaltyCase | undefined, reasons: string): Decision<CaseOpenedToAll> {
  if (found === undefined) return refuse('no-such-case')
  if (found.restricted === null) return refuse('not-restricted')
  if (reasons.trim() === '') return refuse('reasons-needed')
  return announce({ type: 'case-opened-to-all', reasons })
}
