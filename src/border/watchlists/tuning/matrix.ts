import type { Instant, Port, Site } from '#values'
import type { ConfusionCounts } from '../reading-errors/confusion-counts.ts'

/** A model of cameras' errors that was learned from corrections and that a person put in force. */
export interface Matrix {
  readonly id: string
  readonly site: Site
  readonly version: number
  /** The port whose cameras it is of; null for all. */
  readonly port: Port | null
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
    return { ...learned, status: 'in-force', takenOutBy: null }
  }
  if (matrix === undefined) throw new Error('A matrix was taken out before it was in force')
  return { ...matrix, status: 'taken-out', takenOutBy: event.takenOutBy }
}

/** The newest that stands, a port's own before one for all ports. */
export function matrixFor(port: Port | null, all: readonly Matrix[]): Matrix | undefined {
  const standing = all.filter(({ status }) => status === 'in-force').toSorted((one, other) => other.version - one.version)
  return standing.find((matrix) => port !== null && matrix.port === port) ?? standing.find((matrix) => matrix.port === null)
}
