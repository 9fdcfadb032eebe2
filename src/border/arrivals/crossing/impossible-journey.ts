import { epochMsOf, type Instant, type Plate, type Site } from '#values'
import { cameraClockErrorMs, certainReadMin, fastestRoadKmPerHour, mapErrorAllowance } from '../limits.ts'

/** One read of a plate at one place, with how sure the camera was of it. */
export interface Sighting {
  readonly site: Site
  readonly seenAt: Instant
  readonly plate: Plate
  readonly country: string | null
  readonly confidence: number | null
}

/** Two reads of one plate closer in time than any vehicle could drive. */
export interface ImpossibleJourney {
  readonly elsewhere: Sighting
  readonly gapMs: number
  /** The least the road takes. */
  readonly roadMs: number
}

/**
 * Kilometres by road between the controls, gate to gate by the A16, to the nearest kilometre below: from the ferry port of
 * Calais to the tunnel terminal by the Calais ring road, and on to the Dunkerque ferry terminal, which is at Loon-Plage.
 */
const roadKm: Readonly<Partial<Record<Site, Readonly<Partial<Record<Site, number>>>>>> = {
  calais: { coquelles: 9, dunkerque: 33 },
  coquelles: { calais: 9, dunkerque: 40 },
  dunkerque: { calais: 33, coquelles: 40 },
}

/** The least time between two controls; undefined where there is no road to speak of. */
export function leastRoadMs(one: Site, other: Site): number | undefined {
  const km = roadKm[one]?.[other]
  return km === undefined ? undefined : (km / fastestRoadKmPerHour) * 3_600_000 * (1 - mapErrorAllowance)
}

/**
 * Whether one vehicle cannot have been at both places. Only two sure reads are held against each other, because misreads
 * would flood the officers, and only where both cameras' clocks may be wrong without changing the answer (anpr.md 6 and 7).
 */
export function impossibleJourney(here: Sighting, elsewhere: Sighting): ImpossibleJourney | undefined {
  const roadMs = leastRoadMs(here.site, elsewhere.site)
  if (roadMs === undefined || here.plate !== elsewhere.plate || !isSure(here) || !isSure(elsewhere)) return undefined
  if (here.country !== null && elsewhere.country !== null && here.country !== elsewhere.country) return undefined
  const gapMs = Math.abs(epochMsOf(here.seenAt) - epochMsOf(elsewhere.seenAt))
  return gapMs + 2 * cameraClockErrorMs < roadMs ? { elsewhere, gapMs, roadMs } : undefined
}

function isSure({ plate, confidence }: Sighting): boolean {
  return !plate.includes('#') && confidence !== null && confidence >= certainReadMin
}
