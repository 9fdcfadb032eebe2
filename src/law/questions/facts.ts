import { latestDay, pence, type CalendarDate, type Pence } from '#values'
import { defaultSettings } from '../judgements/unsettled-points.ts'
import { practiceChangedFrom, reformedFrom } from '../eras.ts'
import type {
  AssessedPerson,
  AssessmentInput,
  BusinessSize,
  Capacity,
  ChosenSettings,
  PenaltyStanding,
  Section,
  Settings,
  Transporter,
} from '../assessment.ts'

export interface EarlierPenaltyFacts {
  readonly section: Section
  readonly issuedOn: CalendarDate
  readonly status: PenaltyStanding
}

export interface PersonFacts {
  readonly id: string
  readonly capacity: Capacity
  readonly complied: boolean
  /** Those of this person's actions that were looked at and not shown; empty where they were judged as a whole. */
  readonly actionsNotShown: readonly string[]
  readonly accredited: boolean
  readonly employedByAccredited: boolean
  readonly absentAndActedToComply: boolean
  readonly duress: boolean
  readonly underContractWith: string | null
  readonly businessSize: BusinessSize | null
  readonly meansAmount: Pence | null
  readonly earlierPenalties: readonly EarlierPenaltyFacts[]
  readonly penalisedUnderOtherSection: boolean
  readonly penalisedAtControl: boolean
}

/** The input with every default written out: whatever was left out is taken as not shown. */
export interface Facts {
  readonly occurredOn: CalendarDate
  readonly journeyBeganOn: CalendarDate
  readonly place: string | null
  readonly transporter: Transporter
  readonly section: Section
  readonly entrants: number
  readonly adequatelySecured: boolean
  readonly persons: readonly PersonFacts[]
  readonly settings: Settings
  /** The day whose practice and guidance apply: the incident's, unless the 2026 practice is read as keyed to the decision. */
  readonly practiceOn: CalendarDate
}

export function factsOf({ incident, persons, settings = {} }: AssessmentInput): Facts {
  const { occurredOn, journeyBeganOn = occurredOn, place = null, transporter, section, entrants = 0, adequatelySecured = false } = incident
  const everyPerson = persons.map(personFacts)
  const facts = { occurredOn, journeyBeganOn, place, transporter, section, entrants, adequatelySecured, persons: everyPerson }
  const chosen = allSettings(settings)
  return { ...facts, settings: chosen, practiceOn: practiceDay(occurredOn, chosen) }
}

/** The same facts, read with one setting changed. */
export function readWith(facts: Facts, changed: Partial<Settings>): Facts {
  const settings = { ...facts.settings, ...changed }
  return { ...facts, settings, practiceOn: practiceDay(facts.occurredOn, settings) }
}

function practiceDay(occurredOn: CalendarDate, { practiceOf2026 }: Settings): CalendarDate {
  if (practiceOf2026 === 'BY_INCIDENT_DATE' || occurredOn < reformedFrom) return occurredOn
  return latestDay(occurredOn, practiceChangedFrom) ?? occurredOn
}

function allSettings(chosen: ChosenSettings): Settings {
  const given = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
  return { ...defaultSettings, ...given }
}

function personFacts(person: AssessedPerson): PersonFacts {
  const { id, capacity, complied = false, accredited = false, employedByAccredited = false, absentAndActedToComply = false, duress = false } = person
  const { penalisedUnderOtherSection = false, penalisedAtControl = false, earlierPenalties = [], actionsNotShown = [], meansAmountPence } = person
  return {
    id, capacity, complied, accredited, employedByAccredited, absentAndActedToComply, duress, penalisedUnderOtherSection, penalisedAtControl, actionsNotShown,
    underContractWith: person.underContractWith ?? null,
    businessSize: person.businessSize ?? null,
    meansAmount: typeof meansAmountPence === 'number' ? pence(meansAmountPence) : null,
    earlierPenalties: earlierPenalties.map(({ status = 'final', ...rest }) => ({ ...rest, status })),
  }
}
