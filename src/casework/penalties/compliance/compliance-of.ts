import { areActionsAsked, complianceOf, type Compliance, type DutyQuestion } from '#law'
import type { PenaltyCase } from '../case/penalty-case.ts'
import type { Finding, Person } from '../person/person.ts'

type InCase = Pick<PenaltyCase, 'incident'>

/** Whose duties are asked about: those of this capacity, on the day of the find, with or without a hirer on the case. */
export function dutiesOf({ incident }: InCase, { capacity }: Pick<Person, 'capacity'>, persons: readonly Person[]): DutyQuestion {
  return { transporter: incident.transporter, capacity, isHired: persons.some((each) => each.capacity === 'hirer'), on: incident.occurredOn }
}

/** The law's answer on the actions that were judged one by one; undefined where nobody did, or nothing was asked in this way. */
export function judgedCompliance(found: InCase, person: Person, persons: readonly Person[]): Compliance | undefined {
  const { actions } = person.facts
  const question = dutiesOf(found, person, persons)
  return actions === undefined || !areActionsAsked(question.transporter, question.on) ? undefined : complianceOf(question, actions.found).value
}

/**
 * Whether this person complied, and why: by the actions where somebody judged them, else as a whole. It is asked of the law each time,
 * because a hirer who joins the case later takes the owner's duties over.
 */
export function compliedFinding(found: InCase, person: Person, persons: readonly Person[]): Finding | null {
  const { actions, complied } = person.facts
  const compliance = judgedCompliance(found, person, persons)
  if (actions === undefined || compliance === undefined) return complied
  const evidence = [...new Set(actions.found.map((each) => each.evidence).filter((each) => each !== ''))].join('; ')
  return { found: compliance.complied, evidence, reasons: actions.reasons }
}
