import { countryShownMin } from '../limits.ts'
import type { PassingRead } from './passage.ts'
import { countriesWithFormats, platesOfShape } from './plate-formats.ts'

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

/**
 * Which country issued the plate. A camera's word is one vote, the shape of the plate another; several words of one camera are one vote,
 * because it says the same again. Every country starts equal: what passes most often is no evidence about this one.
 */
export function countryOf(plate: string, reads: readonly Pick<PassingRead, 'cameraId' | 'country'>[]): CountryVote {
  const votes = [...new Map(reads.flatMap(({ cameraId, country }) => (country === null ? [] : [[cameraId, country] as const]))).values()]
  const candidates = [...new Set([...countriesWithFormats, ...votes])]
  const scores = candidates.map((country) => ({ country, likely: shapeLikelihood(plate, country) * votes.reduce((product, vote) => product * (vote === country ? cameraRight : cameraWrongSo), 1) }))
  const all = scores.reduce((sum, { likely }) => sum + likely, 0)
  const best = scores.reduce((one, other) => (other.likely > one.likely ? other : one))
  const speaks = votes.length > 0 || candidates.some((country) => platesOfShape(plate, country) !== undefined)
  if (!speaks || all === 0) return { country: null, sureness: null }
  const sureness = Math.round((best.likely / all) * 1000) / 1000
  return { country: sureness >= countryShownMin ? best.country : null, sureness }
}

function shapeLikelihood(plate: string, country: string): number {
  const plates = platesOfShape(plate, country)
  if (plates !== undefined) return followsShape / plates
  return countriesWithFormats.includes(country) ? (1 - followsShape) / anyShapePlates : 1 / unknownShapePlates
}
