import type { Instant, Port, Site } from '#values'
import { learnedModel, learnedRates, type ConfusionCounts } from '../reading-errors/confusion-counts.ts'
import { errorModel, ratesByDefault, workingModel, type ErrorModel, type ErrorRates, type LearnedOf } from '../reading-errors/error-model.ts'

/** A model of cameras' errors that was learned from corrections and that a person put in force. */
export interface Matrix {
  readonly id: string
  readonly site: Site
  readonly version: number
  /** The port whose cameras it is of; null for all. */
  readonly port: Port | null
  /** The one camera there; null for all of them. */
  readonly camera: string | null
  readonly counts: ConfusionCounts
  readonly status: 'in-force' | 'taken-out'
  readonly putInForceBy: string
  readonly putInForceAt: Instant
  readonly takenOutBy: string | null
}

export interface MatrixPutInForce extends Omit<Matrix, 'status' | 'takenOutBy'> {
  readonly type: 'matrix-put-in-force'
}

export interface MatrixTakenOut {
  readonly type: 'matrix-taken-out'
  readonly takenOutBy: string
}

export type MatrixEvent = MatrixPutInForce | MatrixTakenOut

export function evolveMatrix(matrix: Matrix | undefined, event: MatrixEvent): Matrix {
  if (event.type === 'matrix-put-in-force') {
    const { type: _type, ...learned } = event
    // Those from before a camera could have one of its own do not name any.
    return { ...learned, camera: learned.camera ?? null, status: 'in-force', takenOutBy: null }
  }
  if (matrix === undefined) throw new Error('A matrix was taken out before it was in force')
  return { ...matrix, status: 'taken-out', takenOutBy: event.takenOutBy }
}

/** Whose corrections something is learned from. */
export type Whose = Pick<Matrix, 'port' | 'camera'>

export function learnedOf({ port, camera }: Whose): LearnedOf {
  return camera !== null ? 'camera' : port === null ? 'all' : 'port'
}

/** The newest that stands: a camera's own before one of its port, and that before one of all ports. */
export function matrixFor(whose: Whose, all: readonly Matrix[]): Matrix | undefined {
  const standing = all.filter(({ status }) => status === 'in-force').toSorted((one, other) => other.version - one.version)
  for (const wanted of widening(whose)) {
    const found = standing.find(({ port, camera }) => port === wanted.port && camera === wanted.camera)
    if (found !== undefined) return found
  }
  return undefined
}

function widening({ port, camera }: Whose): readonly Whose[] {
  return [{ port, camera }, { port, camera: null }, { port: null, camera: null }]
}

/** The chances that a matrix comes to. One of a camera is drawn towards those of its port, which would count without it. */
export function ratesOf(matrix: Matrix | undefined, all: readonly Matrix[]): ErrorRates {
  return matrix === undefined ? ratesByDefault() : learnedRates(matrix.counts, ratesBefore(matrix, all))
}

/** What is believed of these cameras before their own corrections are counted. */
export function ratesBefore({ port, camera }: Whose, all: readonly Matrix[]): ErrorRates {
  return camera === null ? ratesByDefault() : ratesOf(matrixFor({ port, camera: null }, all), all)
}

/** Which plates there are does not depend on the camera, so its model takes that from its port's. */
export function modelOfMatrix(matrix: Matrix | undefined, all: readonly Matrix[]): ErrorModel {
  if (matrix === undefined) return workingModel
  const { port, camera, version, counts } = matrix
  if (camera === null) return learnedModel(version, counts, learnedOf(matrix))
  const { rarity } = modelOfMatrix(matrixFor({ port, camera: null }, all), all)
  return errorModel(version, ratesOf(matrix, all), { of: 'camera', rarity })
}
