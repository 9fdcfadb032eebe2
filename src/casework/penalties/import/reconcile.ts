import { addPence, noPence, type Pence } from '#values'
import { issuedOf, owedOf, type OldRow } from './old-row.ts'

/** Counts and pence in each class: what has to be the same on both sides. */
export interface Totals {
  readonly cases: number
  readonly penalties: number
  readonly cancelled: number
  readonly none: number
  readonly openAppeals: number
  readonly plans: number
  readonly issuedPence: Pence
  readonly takenOffPence: Pence
  readonly collectedPence: Pence
  readonly writtenOffPence: Pence
  readonly owedPence: Pence
}

/** What the rows of a file add up to. */
export function totalsOf(rows: readonly OldRow[]): Totals {
  const sum = (amount: (row: OldRow) => Pence): Pence => addPence(noPence, ...rows.map(amount))
  const count = (holds: (row: OldRow) => boolean): number => rows.filter(holds).length
  return {
    cases: new Set(rows.map((row) => row.old_reference)).size,
    penalties: rows.length,
    cancelled: count(({ standing }) => standing === 'cancelled'),
    none: count(({ standing }) => standing === 'none'),
    openAppeals: count(({ appeal_lodged_on: lodgedOn, appeal_outcome: outcome }) => lodgedOn !== null && outcome === null),
    plans: count(({ instalments_left: left }) => left > 0),
    issuedPence: sum(issuedOf), takenOffPence: sum((row) => row.taken_off_pence), collectedPence: sum((row) => row.collected_pence),
    writtenOffPence: sum((row) => row.written_off_pence), owedPence: sum(owedOf),
  }
}

export interface Reconciled {
  readonly name: string
  readonly isPence: boolean
  readonly inFile: number
  readonly inJuxta: number
  readonly difference: number
}

const lines: readonly { readonly name: string; readonly of: keyof Totals }[] = [
  { name: 'Cases', of: 'cases' }, { name: 'Penalties', of: 'penalties' }, { name: 'Cancelled', of: 'cancelled' }, { name: 'Not imposed', of: 'none' },
  { name: 'Appeals open', of: 'openAppeals' }, { name: 'Paid in instalments', of: 'plans' },
  { name: 'Issued', of: 'issuedPence' }, { name: 'Taken off', of: 'takenOffPence' }, { name: 'Collected', of: 'collectedPence' }, { name: 'Written off', of: 'writtenOffPence' }, { name: 'Owed', of: 'owedPence' },
]

/** Both sides of every class with what they differ by. Anything but nought is a fault. */
export function reconcile(inFile: Totals, inJuxta: Totals): readonly Reconciled[] {
  return lines.map(({ name, of }) => ({ name, isPence: of.endsWith('Pence'), inFile: inFile[of], inJuxta: inJuxta[of], difference: inJuxta[of] - inFile[of] }))
}
