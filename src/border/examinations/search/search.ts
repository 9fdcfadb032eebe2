import type { Instant, Plate, Site } from '#values'
import type { WordsFor } from '../bilingual.ts'
import type { Obstacle, Result, Technique } from './technique.ts'

/** Where in the flow the search took place. Coverage is counted layer by layer, never as one search rate (operations.md 4.1). */
export const layers = ['freight-search', 'shed', 'patrol'] as const

export type Layer = (typeof layers)[number]

export const layerWords: WordsFor<Layer> = {
  'freight-search': { en: 'Freight search lane', fr: 'Voie de fouille fret' },
  'shed': { en: 'Search shed', fr: 'Hangar de fouille' },
  'patrol': { en: 'Roving patrol', fr: 'Patrouille mobile' },
}

export const outcomes = ['nothing-found', 'people-found', 'refused', 'released'] as const

export type Outcome = (typeof outcomes)[number]

export const outcomeWords: WordsFor<Outcome> = {
  'nothing-found': { en: 'Nothing found', fr: 'Rien trouvé' },
  'people-found': { en: 'People found', fr: 'Personnes trouvées' },
  'refused': { en: 'Vehicle refused', fr: 'Véhicule refusé' },
  'released': { en: 'Released before the end', fr: 'Libéré avant la fin' },
}

/** One technique used once on the vehicle, or the reason it was not. */
export interface SearchStep {
  readonly id: string
  readonly technique: Technique
  readonly result: Result
  readonly minutes: number
  readonly obstacle: Obstacle | null
  readonly note: string | null
  readonly recordedAt: Instant
  readonly recordedBy: string
  /** Why the step was taken back, for a button touched by mistake; the step itself stays to be read. */
  readonly withdrawnBecause: string | null
}

/** A vehicle being searched, or searched, at one port. */
export interface Search {
  readonly id: string
  readonly site: Site
  readonly stage: 'open' | 'ended'
  readonly tractorPlate: Plate | null
  readonly trailerPlate: Plate | null
  readonly country: string | null
  readonly layer: Layer
  readonly lane: string
  readonly officers: readonly string[]
  readonly crossingId: string | null
  readonly hitId: string | null
  readonly openedAt: Instant
  readonly openedBy: string
  readonly steps: readonly SearchStep[]
  readonly outcome: Outcome | null
  readonly endNote: string | null
  readonly endedAt: Instant | null
}

/** What is known of the vehicle and the team when a search begins. */
export type SearchOpening = Omit<Search, 'stage' | 'steps' | 'outcome' | 'endNote' | 'endedAt'>

export type NewStep = Omit<SearchStep, 'withdrawnBecause'>

export interface SearchOpened extends SearchOpening {
  readonly type: 'search-opened'
}

export interface TechniqueRecorded {
  readonly type: 'technique-recorded'
  readonly step: NewStep
}

export interface TechniqueWithdrawn {
  readonly type: 'technique-withdrawn'
  readonly stepId: string
  readonly because: string
}

export interface SearchEnded {
  readonly type: 'search-ended'
  readonly outcome: Outcome
  readonly note: string | null
  readonly endedAt: Instant
}

export type SearchEvent = SearchOpened | TechniqueRecorded | TechniqueWithdrawn | SearchEnded

export function evolveSearch(search: Search | undefined, event: SearchEvent): Search {
  if (event.type === 'search-opened') return opened(event)
  if (search === undefined) throw new Error(`${event.type} before the search was opened`)
  switch (event.type) {
    case 'technique-recorded': return { ...search, steps: [...search.steps, { ...event.step, withdrawnBecause: null }] }
    case 'technique-withdrawn': return { ...search, steps: search.steps.map((step) => withdrawn(step, event)) }
    case 'search-ended': return { ...search, stage: 'ended', outcome: event.outcome, endNote: event.note, endedAt: event.endedAt }
  }
}

function opened({ type: _type, ...opening }: SearchOpened): Search {
  return { ...opening, stage: 'open', steps: [], outcome: null, endNote: null, endedAt: null }
}

function withdrawn(step: SearchStep, { stepId, because }: TechniqueWithdrawn): SearchStep {
  return step.id === stepId ? { ...step, withdrawnBecause: because } : step
}

/** The steps that stand. */
export function standingSteps({ steps }: Search): readonly SearchStep[] {
  return steps.filter(({ withdrawnBecause }) => withdrawnBecause === null)
}
