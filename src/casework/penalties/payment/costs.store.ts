import { sql } from 'kysely'
import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn, lockThing } from '#platform/events'
import { inPounds, noPence, pence, type By, type CalendarDate, type Pence } from '#values'
import type { Appeal, AppealCosts, AppealEvent, CostsPaid } from '../appeal/appeal.ts'
import { appealThing, readAppeal } from '../appeal/appeal.store.ts'
import type { CostsStanding } from '../appeal/settle-costs.ts'
import { lockCase } from '../case/lock-case.store.ts'
import type { ActionOfCase } from '../case/required-actions.ts'
import { bank, move, ofAppeal, type AccountKind, type Line } from './account.ts'
import { balanceOf, balanceToTakeFrom } from './balance.store.ts'
import { post } from './journal.store.ts'

export interface CostsAwarded {
  readonly appealId: string
  readonly costs: AppealCosts
  readonly on: CalendarDate
  /** The history entry that says so: told twice, it posts once. */
  readonly source: string
  readonly by: By
}

/** Costs are a debt of their own, either way: they never touch what is owed on the penalty. */
export async function postCosts(db: Database, { appealId, costs, on, source, by }: CostsAwarded): Promise<void> {
  if (costs.whoPays === 'nobody') return
  await db.transaction().execute(async (tx) => {
    const appeal = await readAppeal(tx, appealId)
    if (appeal === undefined) throw new Error(`There is no appeal ${appealId} to owe costs on`)
    await lockCase(tx, appeal.caseId)
    await post(tx, { kind: 'costs', on, source, note: `Costs of appeal ${appeal.claimNumber}`, lines: awarded(appeal, costs), by })
  })
}

/** One step of the payment of costs. The one that approves it moves the ledger, or nothing does. */
export async function changeCosts(db: Database, id: string, by: By, decide: (appeal: Appeal | undefined, standing: CostsStanding) => Decision<AppealEvent>): Promise<Decision<AppealEvent>> {
  return db.transaction().execute(async (tx) => {
    const appeal = await readAppeal(tx, id)
    if (appeal === undefined) return refuse('no-such-appeal')
    await lockCase(tx, appeal.caseId)
    await lockThing(tx, appealThing, id)
    const standing = { openPence: await openCosts(tx, appeal), inBankPence: await balanceToTakeFrom(tx, bank, by) }
    const decision = await changeIn(tx, appealThing, { id, by }, (current) => decide(current, standing))
    if (isRefused(decision)) return decision
    for (const event of decision.events) if (event.type === 'appeal-costs-paid') await postPaid(tx, appeal, event.paid, by)
    return decision
  })
}

/** Paid by the appellant into our bank, or by us out of it, as the bank statement says. */
async function postPaid(tx: Database, appeal: Appeal, { amountPence, on, reference }: CostsPaid, by: By): Promise<void> {
  const isNew = await post(tx, { kind: 'costs-paid', on, source: `costs:${appeal.id}:${reference}`, note: `Costs of appeal ${appeal.claimNumber}, ${reference}`, lines: settled(appeal, amountPence), by })
  if (!isNew) throw new Error(`The reference ${reference} was posted before`)
}

/** Costs that are still to be paid, in these cases: finance looks to it. */
export async function costsActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<{ id: string; case_id: string; claim_number: string; open: Pence; kind: AccountKind; waits: boolean }>`
    select appeal.id, appeal.case_id, appeal.claim_number, account.kind, appeal.costs_waiting is not null as waits, abs(account.balance_pence) as open
    from penalties.appeal appeal join ledger.account account on account.id in ('costs-due:' || appeal.id, 'costs-owed:' || appeal.id)
    where appeal.case_id = any(${caseIds}::uuid[]) and account.balance_pence <> 0`.execute(db)
  return rows.map(({ id, case_id, claim_number, open, kind, waits }) => ({
    caseId: case_id, code: 'appeal-costs', text: `Costs of appeal ${claim_number}: ${inPounds(open)} ${kind === 'costs-owed' ? 'to be paid by us' : 'due to us'}`,
    who: ['finance'], by: null, missing: [], href: `/appeals/${id}/costs`, act: waits ? 'Approve' : 'Record',
  }))
}

/** What is still to be paid, by whoever owes it. */
export async function openCosts(db: Database, appeal: Appeal): Promise<Pence> {
  const { whoPays } = appeal.conclusion?.costs ?? { whoPays: 'nobody' }
  if (whoPays === 'nobody') return noPence
  return pence(Math.abs(await balanceOf(db, debtOf(appeal, whoPays))))
}

function debtOf(appeal: Appeal, whoPays: 'we-pay' | 'appellant-pays') {
  return ofAppeal(whoPays === 'we-pay' ? 'costs-owed' : 'costs-due', appeal)
}

function awarded(appeal: Appeal, { whoPays, pence: amount }: AppealCosts): readonly Line[] {
  const result = ofAppeal('costs', appeal)
  return whoPays === 'we-pay' ? move(amount, debtOf(appeal, 'we-pay'), result) : move(amount, result, debtOf(appeal, 'appellant-pays'))
}

function settled(appeal: Appeal, amount: Pence): readonly Line[] {
  return appeal.conclusion?.costs.whoPays === 'we-pay' ? move(amount, bank, debtOf(appeal, 'we-pay')) : move(amount, debtOf(appeal, 'appellant-pays'), bank)
}
