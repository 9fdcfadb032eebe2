import { plate, type Plate } from '../../src/values/door.ts'
import { fatesOf, written, type CameraErrors } from './cameras.ts'
import type { Chance } from './chance.ts'
import type { Vehicle } from './traffic.ts'

/** One read as a camera sends it. */
export interface BenchRead {
  readonly plate: Plate
  readonly country: string | null
  readonly confidence: number | null
  readonly characterConfidence: readonly number[] | null
  readonly candidates: readonly { readonly plate: Plate; readonly confidence: number | null }[]
  readonly cameraId: string
}

export interface Cameras {
  readonly errors: CameraErrors
  /** The part of all errors that dirt, tape or a screw causes, and that every read of the passage then shows. */
  readonly shared: number
}

export const readsPerPassage = 3

/** A camera gets the country wrong this often (anpr.md 8). */
const wrongCountryRate = 0.05

/** The reads of one vehicle by three cameras. The rate of errors in each read is the same, however much of it is shared. */
export function passageOf({ plate: real, country }: Vehicle, { errors, shared }: Cameras, by: Chance): readonly BenchRead[] {
  const dirt = shared > 0 ? fatesOf(real, errors, { by, scale: shared }) : []
  return Array.from({ length: readsPerPassage }, (_, at) => {
    const own = shared < 1 ? fatesOf(real, errors, { by, scale: 1 - shared }) : []
    const text = written(real, Array.from(real, (_character, place) => dirt[place] ?? own[place]))
    return {
      plate: plate(text), country: by.happens(wrongCountryRate) ? by.one(['GB', 'FR', 'PL', 'DE', 'RO', 'IT']) : country,
      confidence: null, characterConfidence: null, candidates: [], cameraId: `camera-${at}`,
    }
  })
}

/** The same reads from cameras that say how sure they are: how such numbers are spread is an assumption, and printed as one. */
export function withConfidence(reads: readonly BenchRead[], real: string, by: Chance): readonly BenchRead[] {
  return reads.map((read) => {
    const sure = Array.from(read.plate, (character, at) => {
      const right = character === real.charAt(at) || character === real.charAt(at + real.length - read.plate.length)
      return right ? 1 - 0.12 * by.next() ** 2 : 0.95 - 0.6 * by.next()
    })
    const confidence = sure.reduce((sum, each) => sum + each, 0) / Math.max(1, sure.length)
    const second = read.plate !== real && by.happens(0.5) ? [{ plate: plate(real), confidence: confidence - 0.1 * by.next() }] : []
    return { ...read, characterConfidence: sure, confidence, candidates: second }
  })
}
