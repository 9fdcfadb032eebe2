import { day, plate, type Port } from '#values'
import type { Incident } from '../case/penalty-case.ts'
import type { Identity, Person, PersonFacts } from '../person/person.ts'

/** How far a story has gone when the demonstration begins. */
export type Reached = 'open' | 'persons' | 'proposed' | 'decided' | 'issued' | 'objected'

export interface StoryPerson extends Pick<Person, 'capacity'> {
  readonly identity: Identity
  readonly facts: Partial<PersonFacts>
  /** Where the actions asked of this person were judged one by one: those that were not shown. */
  readonly actionsNotShown?: readonly string[]
  /** A driver or operator who works for the owner of the story. */
  readonly worksForOwner?: true
}

/** An invented case: what was found how many days ago, who answers for it, and how far it has gone. */
export interface Story {
  readonly id: string
  readonly daysAgo: number
  readonly reached: Reached
  readonly incident: Omit<Incident, 'occurredOn' | 'occurredAt'>
  readonly persons: readonly StoryPerson[]
  /** What came after: the court was asked, or the objection was right. */
  readonly afterwards?: 'appealed' | 'cancelled'
}

const storyId = (number: number) => `00000000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`

function someone(name: string, change: Partial<Identity> = {}): Identity {
  return {
    name, company: null, registeredNumber: null, bornOn: null, noticeLanguage: 'en', email: null,
    address: { lines: ['1 Invented Street', 'Demonstration Town'], country: 'Romania', source: 'Driving licence shown at the lane', asOf: day('2026-01-05') },
    ...change,
  }
}

function company(name: string, number: string, change: Partial<Identity> = {}): Identity {
  const address = { lines: ['9 Invented Avenue', 'Demonstration City'], country: 'Poland', source: 'Company register', asOf: day('2026-01-05') }
  return someone('The director', { company: name, registeredNumber: number, address, ...change })
}

interface Find {
  readonly port: Port
  readonly entrants: number
  readonly registration: string
  readonly country: string
}

function find({ port, entrants, registration, country }: Find, change: Partial<Story['incident']> = {}): Story['incident'] {
  return {
    port, entrants, place: 'Freight search lane', transporter: 'goods-vehicle', section: '32',
    tractor: { registration: plate(registration), country }, trailer: null,
    selfReport: { raisedBy: 'dog', firstSuspectedAt: null, reportedAt: null },
    atScene: { checklist: 'not-seen', instructions: 'not-asked', persons: [] },
    journeyBeganOn: null, adequatelySecured: null,
    ...change,
  }
}

const kept = { found: true, evidence: 'Checklist for each stop, handed over at the lane', reasons: 'Every stop of the journey is on it, with times and the seal number.' }
const notKept = { found: false, evidence: 'Officer’s notebook and interview', reasons: 'No check was made after the last stop before the port.' }

/** One case at each stage, so that every list and every page has something true to its rules to show. */
export const stories: readonly Story[] = [
  {
    id: storyId(1), daysAgo: 1, reached: 'open', persons: [],
    incident: find({ port: 'calais', entrants: 2, registration: 'DM 01 JUX', country: 'RO' }, {
      selfReport: { raisedBy: 'driver', firstSuspectedAt: null, reportedAt: null },
      atScene: { checklist: 'seen', instructions: 'seen', persons: [{ capacity: 'driver', name: 'D. Imaginar (demo)', company: null }] },
    }),
  },
  {
    id: storyId(2), daysAgo: 172, reached: 'persons',
    incident: find({ port: 'coquelles', entrants: 4, registration: 'WDM 4471', country: 'PL' }),
    persons: [
      { capacity: 'driver', identity: someone('P. Zmyślony (demo)', { noticeLanguage: 'pl' }), facts: {}, worksForOwner: true },
      { capacity: 'owner', identity: company('Invented Freight Sp. z o.o. (demo)', 'KRS-0000001'), facts: {} },
    ],
  },
  {
    id: storyId(3), daysAgo: 24, reached: 'proposed',
    incident: find({ port: 'dunkerque', entrants: 3, registration: 'DM 303 TR', country: 'FR' }, { transporter: 'detached-trailer', tractor: null, trailer: { registration: plate('DM 303 TR'), country: 'FR' } }),
    persons: [
      { capacity: 'operator', identity: someone('Quai Imaginaire (demo)', { noticeLanguage: 'fr' }), facts: { complied: notKept } },
      { capacity: 'owner', identity: company('Remorques Inventées SARL (demo)', 'SIREN-000000003', { noticeLanguage: 'fr' }), facts: { complied: kept, accreditedAtIncident: true, businessSize: 'small' } },
      { capacity: 'hirer', identity: company('Hypothetical Haulage GmbH (demo)', 'HRB-00003'), facts: { businessSize: 'medium' }, actionsNotShown: ['2B(2)', '2E(2)', '2E(4)'] },
    ],
  },
  {
    id: storyId(4), daysAgo: 31, reached: 'decided',
    incident: find({ port: 'calais', entrants: 1, registration: 'DM 04 JUX', country: 'HU' }),
    persons: [{ capacity: 'driver', identity: someone('K. Kitalált (demo)', { noticeLanguage: 'hu' }), facts: { complied: notKept } }],
  },
  {
    id: storyId(5), daysAgo: 60, reached: 'issued', afterwards: 'appealed',
    incident: find({ port: 'calais', entrants: 5, registration: 'DM 05 JUX', country: 'BG' }),
    persons: [
      { capacity: 'driver', identity: someone('I. Izmislen (demo)', { noticeLanguage: 'bg' }), facts: { complied: notKept }, worksForOwner: true },
      { capacity: 'owner', identity: company('Imaginary Transport EOOD (demo)', 'BULSTAT-000005'), facts: { complied: notKept, businessSize: 'micro' } },
    ],
  },
  {
    id: storyId(6), daysAgo: 90, reached: 'objected',
    incident: find({ port: 'coquelles', entrants: 8, registration: 'B 08 DMO', country: 'RO' }),
    persons: [
      { capacity: 'driver', identity: someone('N. Născocit (demo)', { noticeLanguage: 'fr' }), facts: { complied: notKept }, worksForOwner: true },
      { capacity: 'owner', identity: company('Made-Up Trucking SRL (demo)', 'J00/0006/2020'), facts: { complied: notKept, businessSize: 'medium' } },
    ],
  },
  {
    id: storyId(41), daysAgo: 80, reached: 'objected', afterwards: 'cancelled',
    incident: find({ port: 'calais', entrants: 2, registration: 'B 888 JUX', country: 'RO' }),
    persons: [{ capacity: 'owner', identity: company('Fictional Freight SRL (demo)', 'J00/0041/2020'), facts: { complied: notKept, businessSize: 'small' } }],
  },
  {
    id: storyId(42), daysAgo: 74, reached: 'issued',
    incident: find({ port: 'dunkerque', entrants: 1, registration: 'B 888 JUX', country: 'RO' }),
    persons: [{ capacity: 'owner', identity: company('Fictional Freight SRL (demo)', 'J00/0041/2020'), facts: { complied: notKept, businessSize: 'small' } }],
  },
]
