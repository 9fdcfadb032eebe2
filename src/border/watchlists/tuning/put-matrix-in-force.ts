import { announce, refuse, type Decision } from '#platform/decisions'
import type { By } from '#values'
import type { ConfusionCounts } from '../reading-errors/confusion-counts.ts'
import { correctionsMinOf } from './limits.ts'
import { learnedOf, type Matrix, type MatrixPutInForce } from './matrix.ts'

export type Learned = Pick<Matrix, 'id' | 'site' | 'version' | 'port' | 'camera'> & { readonly counts: ConfusionCounts }

/** A named person puts in force what the machine has counted. Sent twice with the same id, it is put in force once. */
export function putMatrixInForce(matrix: Matrix | undefined, learned: Learned, { name, at }: By): Decision<MatrixPutInForce> {
  if (matrix !== undefined) return announce()
  if (learned.site !== 'centre') return refuse('lists-are-kept-at-the-centre')
  if (learned.counts.plates < correctionsMinOf[learnedOf(learned)]) return refuse('too-little-to-learn-from')
  return announce({ type: 'matrix-put-in-force', ...learned, putInForceBy: name, putInForceAt: at })
}
