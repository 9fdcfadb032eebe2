import { page } from '#platform/web'
import { daysBetween } from '#values'
import { seeExceptions } from '../rights.ts'
import { nearestDayDifferences, stuckCases } from './active-cases.store.ts'
import { cancelledNotReturned, cancelledWithoutReason } from './cancelled.store.ts'

/** Four lists that are to be empty. Each line leads to its case; no name or reason of anybody stands here. */
export const showExceptionsPage = page({
  path: '/cases/exceptions',
  right: seeExceptions,
  template: 'casework/penalties/exception/show-exceptions.njk',
  show: async (_input, { db, clock }) => {
    const today = clock.today()
    const unreturned = await cancelledNotReturned(db)
    return {
      today,
      stuck: await stuckCases(db, today),
      withoutReason: await cancelledWithoutReason(db),
      unreturned: unreturned.map((line) => ({ ...line, days: line.cancelledOn === null ? null : daysBetween(line.cancelledOn, today) })),
      differences: await nearestDayDifferences(db),
    }
  },
})
