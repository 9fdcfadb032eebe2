import { may } from '#platform/identity'
import { page } from '#platform/web'
import { addPence, noPence } from '#values'
import { suspenseKeptDays } from '../limits.ts'
import { decideSuspense, importBankFiles, seeSuspense } from '../rights.ts'
import { dueInSuspense, inSuspense, suspenseBands, suspenseByAge } from './suspense.store.ts'

/** Money that nobody has found a purpose for, by its age, and what has been kept for too long. */
export const suspensePage = page({
  path: '/ledger/suspense',
  right: seeSuspense,
  template: 'casework/penalties/bank-import/suspense.njk',
  show: async (_input, { db, clock, officer }) => {
    const today = clock.today()
    const [ages, due, ledgerPence] = [await suspenseByAge(db, today), await dueInSuspense(db, today), await inSuspense(db)]
    const totalPence = addPence(...ages.flatMap(({ waitingPence, setAsidePence }) => [waitingPence, setAsidePence]))
    return {
      today, due, ledgerPence, totalPence, days: suspenseKeptDays,
      ages: suspenseBands.map((fromDays, place) => ({ words: bandWords(place), ...nothing, ...ages.find((line) => line.fromDays === fromDays) })),
      mayDecide: may(officer, decideSuspense), mayPlace: may(officer, importBankFiles),
    }
  },
})

const nothing = { waiting: 0, waitingPence: noPence, setAside: 0, setAsidePence: noPence }

function bandWords(place: number): string {
  const [from, next] = [suspenseBands[place] ?? 0, suspenseBands[place + 1]]
  return next === undefined ? `${from} days and more` : `${from} to ${next - 1} days`
}
