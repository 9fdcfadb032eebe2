import { announce, refuse, type Decision } from '#platform/decisions'
import type { By } from '#values'
import type { Matrix, MatrixTakenOut } from './matrix.ts'

/** Undo: the matrix that was in force before, or the working model, counts again at every port. */
export function takeMatrixOut(matrix: Matrix | undefined, { name, site }: By): Decision<MatrixTakenOut> {
  if (matrix === undefined) return refuse('no-such-matrix')
  if (site !== 'centre') return refuse('lists-are-kept-at-the-centre')
  if (matrix.status === 'taken-out') return refuse('matrix-taken-out-already')
  return announce({ type: 'matrix-taken-out', takenOutBy: name })
}
