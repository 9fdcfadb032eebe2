import { countryShownMin } from '../limits.ts'
import type { PassingRead } from './passage.ts'
import { countriesWithFormats, issuersOf } from './plate-formats.ts'

export interface CountryVote {
  /** Null where nothing is sure enough to show. */
  readonly country: string | null
  /** How likely the best country is, of all that were weighed; null where nothing spoke for any. */
  readonly sureness: number | null
}

/** One camera in twenty names the wrong country (anpr.md 8), mostly a neighbour with plates that look alike. */
const cameraRight = 0.95
const cameraWrongSo = 0.02
/** Personal, diplomatic and old plates, and misreads, follow no shape. */
const followsShape = 0.95
const anyShapePlates = 1e11
/** A country whose shapes we do not know has about as many plates as most. */
const unknownShapePlates = 2e8
const unfitting = (1 - followsShape) / anyShapePlates
const known: ReadonlySet<string> = new Set(countriesWithFormats)

/**
 * Which country issued the plate. A camera's word is one vote, the shape of the plate another; several words of one camera are one vote,
 * because it says the same again. Every country starts equal: what passes most often is no evidence about this one.
 */
export function countryOf(plate: string, reads: readonly Pick<PassingRead, 'cameraId' | 'country'>[]): CountryVote {
  const votes = [...new Map(reads.flatMap(({ cameraId, country }) => (country === null ? [] : [[cameraId, country] as const]))).values()]
  const issuers = issuersOf(plate)
  if (votes.length === 0 && issuers.size === 0) return { country: null, sureness: null }
  const named = new Set([...issuers.keys(), ...votes])
  const scores = [...named].map((country) => ({ country, likely: shapeLikelihood(country, issuers) * votes.reduce((product, vote) => product * (vote === country ? cameraRight : cameraWrongSo), 1) }))
  // All the countries that nothing speaks for, which are equally unlikely.
  const others = Math.max(0, countriesWithFormats.length - named.size) * unfitting * cameraWrongSo ** votes.length
  const all = scores.reduce((sum, { likely }) => sum + likely, others)
  const best = scores.reduce((one, other) => (other.likely > one.likely ? other : one))
  const sureness = Math.round((best.likely / all) * 1000) / 1000
  return { country: sureness >= countryShownMin ? best.country : null, sureness }
}

function shapeLikelihood(country: string, issuers: ReadonlyMap<string, number>): number {
  const plates = issuers.get(country)
  if (plates !== undefined) return followsShape / plates
  return known.has(country) ? unfitting : 1 / unknownShapePlates
}
