import type { AssessedPerson, AssessmentInput, ChosenSettings, Section } from '#law'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { compliedFinding, judgedCompliance } from '../compliance/compliance-of.ts'
import { insecure } from '../compliance/judged-security.ts'
import type { Person } from '../person/person.ts'

export interface Asked {
  readonly section: Section
  readonly settings?: ChosenSettings
  /** Parties already penalised for the same circumstances under the other section, who are barred (s.32(6B), s.31A(11)). */
  readonly barred?: readonly string[]
}

/** The question put to the law: the case's facts and findings as they stand, and nothing that nobody recorded. */
export function assessmentInput(found: PenaltyCase, persons: readonly Person[], { section, settings = {}, barred = [] }: Asked): AssessmentInput {
  const { incident } = found
  const { occurredOn, port, transporter, entrants, journeyBeganOn } = incident
  const broken = insecure(incident)
  const adequatelySecured = broken === undefined ? incident.adequatelySecured : broken.length === 0
  return {
    incident: {
      occurredOn, place: port, transporter, section, entrants,
      ...(journeyBeganOn === null ? {} : { journeyBeganOn }),
      ...(adequatelySecured === null ? {} : { adequatelySecured }),
    },
    persons: persons.map((person) => ({ ...assessed(person, barred.includes(person.partyId)), ...complianceFacts(found, person, persons) })),
    settings,
  }
}

function assessed({ partyId, capacity, facts }: Person, penalisedUnderOtherSection: boolean): AssessedPerson {
  return {
    id: partyId,
    capacity,
    accredited: facts.accreditedAtIncident,
    employedByAccredited: facts.employedByAccredited,
    absentAndActedToComply: facts.absentAndActedToComply,
    duress: facts.duress?.found ?? false,
    underContractWith: facts.underContractWith,
    businessSize: facts.businessSize,
    meansAmountPence: facts.means?.amountPence ?? null,
    earlierPenalties: facts.earlierPenalties.map(({ section, issuedOn, standing }) => ({ section, issuedOn, status: standing })),
    penalisedUnderOtherSection,
  }
}

/** With the actions that were looked at and not shown, so that the ladder names them. */
function complianceFacts(found: PenaltyCase, person: Person, persons: readonly Person[]): Pick<AssessedPerson, 'complied' | 'actionsNotShown'> {
  const notShown = judgedCompliance(found, person, persons)?.notShown ?? []
  return { complied: compliedFinding(found, person, persons)?.found ?? false, ...(notShown.length === 0 ? {} : { actionsNotShown: notShown.map(({ id }) => id) }) }
}
