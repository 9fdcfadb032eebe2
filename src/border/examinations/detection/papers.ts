import type { Instant } from '#values'
import type { WordsFor } from '../bilingual.ts'

export const sightings = ['seen', 'not-seen', 'not-asked'] as const

/** Whether a paper was seen at the scene. Not asked is its own answer: it must not be held against the driver later (operations.md C8). */
export type Sighting = (typeof sightings)[number]

export const sightingWords: WordsFor<Sighting> = {
  'seen': { en: 'Seen', fr: 'Vu' },
  'not-seen': { en: 'Asked for, not produced', fr: 'Demandé, non produit' },
  'not-asked': { en: 'Not asked for', fr: 'Non demandé' },
}

export const interpreterAnswers = ['not-needed', 'present', 'telephone', 'none-available'] as const

export type Interpreter = (typeof interpreterAnswers)[number]

export const interpreterWords: WordsFor<Interpreter> = {
  'not-needed': { en: 'Not needed', fr: 'Pas nécessaire' },
  'present': { en: 'There in person', fr: 'Sur place' },
  'telephone': { en: 'By telephone', fr: 'Par téléphone' },
  'none-available': { en: 'Needed, none to be had', fr: 'Nécessaire, aucun disponible' },
}

/** In the order the Act's regulations name them. */
export const capacities = ['driver', 'owner', 'hirer', 'operator'] as const

export type Capacity = (typeof capacities)[number]

export const capacityWords: WordsFor<Capacity> = {
  'driver': { en: 'Driver', fr: 'Conducteur' },
  'owner': { en: 'Owner', fr: 'Propriétaire' },
  'hirer': { en: 'Hirer', fr: 'Locataire' },
  'operator': { en: 'Operator of the trailer', fr: 'Exploitant de la remorque' },
}

/** Somebody who may answer for the vehicle, as known at the scene: the name as it was given, and no more than that. */
export interface PersonAtScene {
  readonly capacity: Capacity
  readonly name: string
  readonly company: string | null
}

/** The third step: what papers were seen and what the driver told of the journey. */
export interface PapersAndDriver {
  readonly checklist: Sighting
  readonly instructions: Sighting
  readonly persons: readonly PersonAtScene[]
  readonly language: string | null
  readonly interpreter: Interpreter
  readonly statement: string | null
  readonly lastStopPlace: string | null
  readonly lastStopAt: Instant | null
  readonly lastCheckAt: Instant | null
  readonly lastCheckHow: string | null
}

/** The first thing that cannot be right about the papers, as a refusal's code. */
export function faultInPapers({ lastStopAt, lastCheckAt }: PapersAndDriver, now: Instant): string | undefined {
  const future = [lastStopAt, lastCheckAt].some((at) => at !== null && at > now)
  return future ? 'told-time-in-the-future' : undefined
}
