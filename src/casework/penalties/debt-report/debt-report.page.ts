import { download, page } from '#platform/web'
import { addPence, noPence, type Pence } from '#values'
import { csv } from '../case/csv.ts'
import { seeDebtReport } from '../rights.ts'
import { ageBands, owedByAge, recoveryByCohort, type CohortLine } from './debt-report.store.ts'

/** Ageing and recovery: issued, taken off, collected, owed and written off stand side by side and are never one number. */
export const debtReportPage = page({
  path: '/ledger/recovery',
  right: seeDebtReport,
  template: 'casework/penalties/debt-report/debt-report.njk',
  show: async (_input, { db, clock }) => {
    const [today, cohorts] = [clock.today(), await recoveryByCohort(db)]
    const ages = await owedByAge(db, today)
    return {
      today,
      ages: ageBands.map((fromDays, place) => ({ words: bandWords(place), ...nothing, ...ages.find((line) => line.fromDays === fromDays) })),
      owed: sum(ages.map(({ owedPence }) => owedPence)), held: sum(ages.map(({ heldPence }) => heldPence)),
      cohorts: cohorts.map((line) => ({ ...line, collectedShare: share(line), adds: addsUp(line) })),
    }
  },
})

/** The same figures as a file. */
export const debtReportFile = download({
  path: '/ledger/recovery.csv',
  right: seeDebtReport,
  show: async (_input, { db, clock }) => {
    const lines = await recoveryByCohort(db)
    const text = csv(
      ['cohort', 'penalties', 'issued_pence', 'taken_off_pence', 'collected_pence', 'owed_pence', 'written_off_pence', 'collected_within_90_days_pence', 'collected_within_365_days_pence'],
      lines.map((line) => [line.cohort, line.penalties, line.issuedPence, line.takenOffPence, line.collectedPence, line.owedPence, line.writtenOffPence, line.within90Pence, line.within365Pence]),
    )
    return { contentType: 'text/csv; charset=utf-8', fileName: `recovery-${clock.today()}.csv`, bytes: new TextEncoder().encode(text) }
  },
})

const nothing = { penalties: 0, owedPence: noPence, heldPence: noPence }

function bandWords(place: number): string {
  const [from, next] = [ageBands[place] ?? 0, ageBands[place + 1]]
  return next === undefined ? `${from} days and more` : `${from} to ${next - 1} days`
}

/** Of what stood after every decision, how much came. */
function share({ issuedPence, takenOffPence, collectedPence }: CohortLine): string {
  const stood = issuedPence - takenOffPence
  return stood === 0 ? '' : `${Math.round((100 * collectedPence) / stood)} %`
}

/** The ledger holds this; a page that does not show it would hide a fault. */
function addsUp({ issuedPence, takenOffPence, collectedPence, owedPence, writtenOffPence }: CohortLine): boolean {
  return issuedPence === takenOffPence + collectedPence + owedPence + writtenOffPence
}

function sum(amounts: readonly Pence[]): Pence {
  return addPence(...amounts)
}
