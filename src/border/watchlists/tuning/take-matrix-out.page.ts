import { z } from 'zod'
import { change } from '#platform/events'
import { formPage } from '#platform/web'
import { siteName } from '#values'
import { because } from '../entry/entry-form.page.ts'
import { watchlistRefusals as refusals } from '../refusals.ts'
import { tuneMatcher } from '../rights.ts'
import { errorMatrix, readMatrix } from './matrix.store.ts'
import { takeMatrixOut } from './take-matrix-out.ts'

/** Undo of what was learned. */
export const takeMatrixOutPage = formPage({
  path: '/matcher/matrices/:id/take-out',
  right: tuneMatcher,
  template: 'border/watchlists/tuning/take-matrix-out.njk',
  params: z.object({ id: z.uuid() }),
  form: because,
  refusals,
  show: async ({ id }, { db, words }) => {
    const matrix = await readMatrix(db, id)
    return matrix && { version: matrix.version, place: matrix.port === null ? words('all ports', 'tous les ports') : siteName(matrix.port), values: {} }
  },
  submit: ({ id }, { because: reason }, { db, by }) => {
    const act = by(reason)
    return change(db, errorMatrix, { id, by: act }, (matrix) => takeMatrixOut(matrix, act))
  },
  next: () => '/matcher',
  done: { en: 'Taken out. What was in force before counts again.', fr: 'Retiré. Ce qui valait avant vaut de nouveau.' },
})
