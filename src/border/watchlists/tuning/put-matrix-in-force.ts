import { announce, refuse, type Decision } from '#platform/decisions'
import type { By } from '#values'
import type { ConfusionCounts } from '../reading-errors/confusion-counts.ts'
import { correctionsMin } from './limits.ts'
import type { Matrix, MatrixPutInForce } from './matrix.ts'

export type Learned = Pick<Matrix, 'id' | 'site' | 'version' | 'port'> & { readonly counts: ConfusionCounts }

/** A named person puts in force what the machine has counted. Sent twice with the same id, it is put in force once. */
export function putMatrixInForce(matrix: Matrix | undefined, learned: Learned, { name, at }: By): Decision<MatrixPutInForce> {
  if (matrix !== undefined) return announce()
  if (learned.site !== 'centre') return refuse('lists-are-kept-at-the-centre')
  if (learned.counts.plates < correctionsMin) return refuse('too-little-to-learn-from')
  return announce({ type: 'matrix-put-in-force', ...learned, putInForceBy: name, putInForceAt: at })
}
