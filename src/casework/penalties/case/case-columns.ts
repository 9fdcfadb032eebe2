import { drives } from '#law'
import { dayInWords, inPounds, type CalendarDate } from '#values'
import { clockView, type ClockView } from '../deadline/clock-view.ts'
import { currentClock } from '../deadline/current-clock.ts'
import { figuresInWords } from '../means/judged-size.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { languageNames } from '../person/language.ts'
import { nameOf, type Finding, type Person } from '../person/person.ts'
import { compliedFinding, judgedCompliance } from '../compliance/compliance-of.ts'
import type { PenaltyCase } from './penalty-case.ts'
import { capacityWords, penaltyStageWords, sizeWords, type StateWords } from './words.ts'

/** One person with their penalties, as a column of the case. */
export interface Column {
  readonly person: Person
  readonly name: string
  readonly capacity: string
  readonly penalties: readonly PenaltyView[]
}

export interface PenaltyView {
  readonly penalty: Penalty
  readonly stage: StateWords
  readonly clock: ClockView | undefined
}

export interface Row {
  readonly label: string
  readonly cells: readonly string[]
  readonly differs: boolean
}

export function columnsOf(persons: readonly Person[], penalties: readonly Penalty[], today: CalendarDate): readonly Column[] {
  return persons.map((person) => ({
    person,
    name: nameOf(person),
    capacity: capacityWords[person.capacity],
    penalties: penalties.filter(({ personId }) => personId === person.id).map((penalty) => penaltyView(penalty, today)),
  }))
}

export function penaltyView(penalty: Penalty, today: CalendarDate): PenaltyView {
  const clock = currentClock(penalty)
  return { penalty, stage: penaltyStageWords[penalty.stage], clock: clock && clockView(clock, today) }
}

/** The same rows for everybody, so that differences jump out: in what decides the amount, not in who they are. */
export function rowsOf(found: Pick<PenaltyCase, 'incident'>, persons: readonly Person[]): readonly Row[] {
  const cellsOf = (cell: Cell) => persons.map((person) => cell(person, persons, found))
  return [
    ...identityRows.map(({ label, cell }) => ({ label, cells: cellsOf(cell), differs: false })),
    ...factRows.map(({ label, cell }) => ({ label, cells: cellsOf(cell), differs: new Set(cellsOf(cell)).size > 1 })),
  ]
}

type Cell = (person: Person, persons: readonly Person[], found: Pick<PenaltyCase, 'incident'>) => string

interface RowOf {
  readonly label: string
  readonly cell: Cell
}

const identityRows: readonly RowOf[] = [
  { label: 'Contact', cell: ({ identity }) => identity.name || 'Not recorded' },
  { label: 'Registered number', cell: ({ identity }) => identity.registeredNumber ?? 'Not recorded' },
  { label: 'Address', cell: ({ identity: { address } }) => [...address.lines, address.country].join(', ') },
  { label: 'Address from', cell: ({ identity: { address } }) => `${address.source}, ${dayInWords(address.asOf)}` },
  { label: 'Notice language', cell: ({ identity }) => languageNames[identity.noticeLanguage] },
  { label: 'E-mail', cell: ({ identity }) => identity.email ?? 'Not recorded' },
]

const factRows: readonly RowOf[] = [
  { label: 'Took the required actions', cell: (person, persons, found) => compliedWords(found, person, persons) },
  { label: 'Accredited at the incident', cell: ({ facts }) => yesNo(facts.accreditedAtIncident) },
  { label: 'Employed by a member', cell: ({ facts, capacity }) => (drives({ capacity }) ? yesNo(facts.employedByAccredited) : 'Not asked') },
  { label: 'Absent, and acted to comply', cell: ({ facts }) => yesNo(facts.absentAndActedToComply) },
  { label: 'Duress', cell: ({ facts }) => findingWords(facts.duress) },
  { label: 'Works for', cell: ({ facts }, persons) => worksFor(facts.underContractWith, persons) },
  { label: 'Size of business', cell: ({ facts }) => sizeInWords(facts) },
  { label: 'Assessed means', cell: ({ facts }) => (facts.means === null ? 'Not asked for' : inPounds(facts.means.amountPence)) },
  { label: 'Earlier penalties', cell: ({ facts }) => earlierWords(facts.earlierPenalties) },
]

/** With the places of those that were not shown, where somebody judged each. */
function compliedWords(found: Pick<PenaltyCase, 'incident'>, person: Person, persons: readonly Person[]): string {
  const notShown = judgedCompliance(found, person, persons)?.notShown ?? []
  const words = findingWords(compliedFinding(found, person, persons))
  return notShown.length === 0 ? words : `${words} Not shown: ${notShown.map(({ id }) => id).join(', ')}.`
}

function findingWords(finding: Finding | null): string {
  if (finding === null) return 'Not judged yet'
  return `${finding.found ? 'Yes' : 'No'}: ${finding.reasons}`
}

function sizeInWords({ businessSize, sizeShown }: Person['facts']): string {
  if (businessSize === null) return 'Not shown'
  return sizeShown?.size !== businessSize ? sizeWords[businessSize] : `${sizeWords[businessSize]}: ${figuresInWords(sizeShown.figures)}`
}

function yesNo(answer: boolean): string {
  return answer ? 'Yes' : 'No'
}

function worksFor(partyId: string | null, persons: readonly Person[]): string {
  const employer = persons.find((person) => person.partyId === partyId)
  return employer === undefined ? 'Nobody named' : nameOf(employer)
}

function earlierWords(earlier: Person['facts']['earlierPenalties']): string {
  if (earlier.length === 0) return 'None known'
  return earlier.map(({ section, issuedOn, standing }) => `s.${section}, ${dayInWords(issuedOn)} (${standing})`).join('; ')
}
