import { sql } from 'kysely'
import type { Database } from '#platform/database'
import { moneyOfPenalties, noMoney } from '../payment/money.store.ts'
import type { PenaltyStage } from '../penalty/penalty.ts'
import { who, type JudgedRow } from './judge-old-rows.ts'
import type { OldRow } from './old-row.ts'
import { reconcile, totalsOf, type Reconciled } from './reconcile.ts'

/** One line of a file whose penalty is in already, with what the file now says otherwise than Juxta does. */
export interface ComparedLine {
  readonly line: number
  readonly reference: string
  readonly penaltyId: string
  readonly differences: readonly Reconciled[]
}

interface OursRow extends Pick<OldRow, 'capacity' | 'name' | 'company' | 'registered_number'> {
  readonly old_reference: string
  readonly penalty_id: string
  readonly stage: PenaltyStage
  readonly open_appeals: number
  readonly plans: number
}

/**
 * While two systems run side by side, a later file of the same cases is compared with what became of them here, penalty by penalty and to
 * the penny. Nothing is written by it.
 */
export async function compareAgain(db: Database, rows: readonly JudgedRow[]): Promise<readonly ComparedLine[]> {
  const inFile = rows.flatMap(({ line, row }) => (row === undefined ? [] : [{ line, row }]))
  const ours = new Map((await oursOf(db, inFile.map(({ row }) => row.old_reference))).map((each) => [`${each.old_reference} ${who(each)}`, each]))
  const money = await moneyOfPenalties(db, [...ours.values()].map((each) => each.penalty_id))
  return inFile.flatMap(({ line, row }) => {
    const found = ours.get(`${row.old_reference} ${who(row)}`)
    if (found === undefined) return []
    const inJuxta = {
      cases: 1, penalties: 1, cancelled: Number(found.stage === 'cancelled'), none: Number(found.stage === 'none'), openAppeals: found.open_appeals, plans: found.plans,
      ...(money.get(found.penalty_id) ?? noMoney),
    }
    return [{ line, reference: row.old_reference, penaltyId: found.penalty_id, differences: reconcile(totalsOf([row]), inJuxta).filter(({ difference }) => difference !== 0) }]
  })
}

async function oursOf(db: Database, references: readonly string[]): Promise<readonly OursRow[]> {
  const { rows } = await sql<OursRow>`
    select i.old_reference, i.penalty_id, t.stage, t.capacity, p.identity ->> 'name' as name, coalesce(p.identity ->> 'company', '') as company, coalesce(p.identity ->> 'registeredNumber', '') as registered_number,
      (select count(*) from penalties.appeal a where a.penalty_id = t.id and a.conclusion is null) as open_appeals,
      (select count(*) from ledger.instalment_plan l where l.penalty_id = t.id and l.ended is null) as plans
    from penalties.imported i join penalties.penalty t on t.id = i.penalty_id join penalties.person p on p.id = t.person_id
    where i.old_reference = any(${references})`.execute(db)
  return rows
}
