import { announce } from '#platform/decisions'
import { action, page } from '#platform/web'
import { daysBetween } from '#values'
import { seeExceptions } from '../rights.ts'
import { latestSweep, sweepCases } from '../work/sweep-cases.store.ts'
import { cancelledNotReturned, cancelledWithoutReason } from './cancelled.store.ts'

/** Lists that are to be empty, as the night's look left them. Each line leads to its case; no name or reason of anybody stands here. */
export const showExceptionsPage = page({
  path: '/cases/exceptions',
  right: seeExceptions,
  template: 'casework/penalties/exception/show-exceptions.njk',
  show: async (_input, { db, clock }) => {
    const today = clock.today()
    const unreturned = await cancelledNotReturned(db)
    return {
      today,
      sweep: await latestSweep(db),
      withoutReason: await cancelledWithoutReason(db),
      unreturned: unreturned.map((line) => ({ ...line, days: line.cancelledOn === null ? null : daysBetween(line.cancelledOn, today) })),
    }
  },
})

/** For whoever does not want to wait for the night. */
export const lookOverCases = action({
  path: '/cases/exceptions/look',
  right: seeExceptions,
  submit: async (_params, _form, { db, clock }) => {
    await sweepCases(db, clock)
    return announce()
  },
  next: () => '/cases/exceptions',
  done: { en: 'Every open case has been looked at.', fr: 'Tous les dossiers ouverts ont été examinés.' },
})
