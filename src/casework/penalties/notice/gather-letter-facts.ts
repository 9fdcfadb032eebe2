import type { ClockName } from '#law'
import { zoneOf, type CalendarDate } from '#values'
import { answerFor, codeFigure } from '../assessment/answer-for.ts'
import type { PenaltyCase } from '../case/penalty-case.ts'
import { clocksOf } from '../deadline/last-day-for.ts'
import type { Penalty, Snapshot } from '../penalty/penalty.ts'
import { letterLanguageFor, type NoticeLanguage } from '../person/language.ts'
import { nameOf, type Person } from '../person/person.ts'
import { addresseeOf, linesBelow } from '../representative/addressee.ts'
import type { Representative } from '../representative/representative.ts'
import type { Authority, Calculation, DayFact, LetterFacts, Tied } from './letter-facts.ts'
import { penaltyReference } from './penalty-reference.ts'

/** Everything a letter is written from, as it stands when the letter is written. */
export interface CaseFile {
  readonly found: PenaltyCase
  readonly persons: readonly Person[]
  readonly penalties: readonly Penalty[]
  readonly authority: Authority
  readonly demonstration: boolean
  /** The day on the letter, and who speaks for whom. */
  readonly on: CalendarDate
  readonly representatives: readonly Representative[]
}

/** `of` says under which section, and for how many people found. */
export function letterFacts(file: CaseFile, person: Person, of: Pick<Penalty, 'section' | 'entrants'>): LetterFacts {
  const { found, persons, authority, demonstration } = file
  const { place, occurredOn, occurredAt, transporter, tractor, trailer } = found.incident
  const { identity, capacity } = person
  const addressee = addresseeOf(person, file.representatives, file.on)
  return {
    demonstration,
    authority,
    caseReference: found.reference,
    reference: penaltyReference(found, persons, person),
    ...languageOf(identity.noticeLanguage),
    recipient: {
      name: addressee.name,
      attention: identity.company === null || identity.name === '' ? null : identity.name,
      lines: linesBelow(addressee),
      country: addressee.country,
    },
    capacity,
    section: of.section,
    incident: {
      place, occurredOn, occurredAt, zone: zoneOf(found.incident.port), transporter, entrants: of.entrants,
      tractor: tractor?.registration ?? null, trailer: trailer?.registration ?? null,
    },
  }
}

function languageOf(wanted: NoticeLanguage): Pick<LetterFacts, 'language' | 'wanted'> {
  const language = letterLanguageFor(wanted)
  return language === wanted ? { language } : { language, wanted }
}

/** The law's own steps for this person, from the answer that was decided on. What others owe has a part of the letter to itself. */
export function calculationOf({ answer }: Snapshot, person: Person): Calculation {
  const steps = answerFor(answer, person).steps.filter(({ rule }) => rule !== 'joint-liability')
  return { steps, codeFigurePence: codeFigure(answer, person) }
}

export function dayOfClock(penalty: Penalty, name: ClockName): DayFact | null {
  const found = clocksOf(penalty).find(({ clock }) => clock === name)
  if (found?.lastDay === undefined || found.lastDay === null) return null
  return { on: found.lastDay, steps: found.steps }
}

/** The same where the law always gives a day; a missing one is a fault of ours. */
export function certainDay(penalty: Penalty, name: ClockName): DayFact {
  const found = dayOfClock(penalty, name)
  if (found === null) throw new Error(`Penalty ${penalty.id} has no last day to ${name}`)
  return found
}

/** The owner or hirer under whose contract this person works: they answer for this penalty too (s.32(4), s.31A(12)). */
export function whoAnswerToo(file: CaseFile, person: Person): readonly Tied[] {
  const { underContractWith } = person.facts
  if (underContractWith === null) return []
  return onceEach(file.persons.filter(({ partyId, id }) => partyId === underContractWith && id !== person.id)).map((other) => tied(file, other))
}

export function whoseIsAnsweredFor(file: CaseFile, person: Person): readonly Tied[] {
  return file.persons.filter(({ facts, id }) => facts.underContractWith === person.partyId && id !== person.id).map((other) => tied(file, other))
}

/** An owner who is also the hirer is one party, named once. */
function onceEach(persons: readonly Person[]): readonly Person[] {
  return persons.filter((person, at) => persons.findIndex(({ partyId }) => partyId === person.partyId) === at)
}

function tied({ found, persons, penalties }: CaseFile, person: Person): Tied {
  const penalty = penalties.find(({ personId }) => personId === person.id)
  const isInForce = penalty !== undefined && penalty.notices.length > 0 && penalty.stage !== 'cancelled'
  return {
    reference: penaltyReference(found, persons, person),
    name: nameOf(person),
    capacity: person.capacity,
    amountPence: isInForce ? penalty.amountPence : null,
  }
}

export function personOf({ persons }: CaseFile, { personId }: Penalty): Person {
  const person = persons.find(({ id }) => id === personId)
  if (person === undefined) throw new Error(`Person ${personId} is not in the case`)
  return person
}

/** The notice that stood until now, when this is not the first. */
export function earlierNoticeOn({ notices }: Penalty): CalendarDate | null {
  return notices.at(-1)?.issuedOn ?? null
}
