import type { Database } from '#platform/database'
import { addPence, pence, subtractPence, type By, type CalendarDate, type Pence } from '#values'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { reverseWriteOffsIn } from '../write-off/reverse-write-offs.store.ts'
import { move, ofPenalty } from './account.ts'
import { post } from './journal.store.ts'
import { debtOf, type Debt } from './money.store.ts'
import { offerBackWhatIsHeld, releaseFromPenalty } from './release-money.store.ts'

export interface DebtChange {
  readonly penaltyId: string
  /** What the penalty comes to from now on: the amount on the notice, or after the decision. */
  readonly amountPence: Pence
  readonly on: CalendarDate
  /** The history entry that says so: told twice, it posts once. */
  readonly source: string
  readonly by: By
}

/** A notice was issued: its amount is owed. A new notice after an increase adds the difference. */
export async function postDebt(db: Database, change: DebtChange): Promise<void> {
  await withCaseLocked(db, change, async (tx, money) => {
    const added = subtractPence(change.amountPence, stillAsked(money))
    if (added <= 0) return
    const lines = move(added, ofPenalty('issued', change.penaltyId), ofPenalty('debt', change.penaltyId))
    await post(tx, { kind: 'debt', on: change.on, source: change.source, note: 'Notice issued', lines, by: change.by })
  })
}

/** A decision made the penalty smaller, or nothing: the difference is no longer owed, and money beyond what is left is held to be offered back. */
export async function postReduction(db: Database, change: DebtChange): Promise<void> {
  await withCaseLocked(db, change, async (tx, money, penalty) => {
    const { penaltyId, amountPence, on, source, by } = change
    // Told before the notice was posted: the teller tries again, and nothing is lost.
    if (money.issuedPence === 0) throw new Error(`Penalty ${penaltyId} has no debt to reduce yet`)
    const takenOff = subtractPence(stillAsked(money), amountPence)
    if (takenOff <= 0) return
    const note = amountPence === 0 ? 'Penalty cancelled' : 'Penalty reduced'
    // What was written off is taken off first: it is nobody’s money, so nothing is given back for it.
    const again = pence(Math.min(Math.max(takenOff - money.owedPence, 0), money.writtenOffPence))
    if (again > 0) await reverseWriteOffsIn(tx, { penaltyId, amountPence: again, on, reasons: note, by })
    const tooMuch = subtractPence(takenOff, addPence(money.owedPence, again))
    if (tooMuch > 0) await releaseFromPenalty(tx, penalty, { amountPence: tooMuch, on, source, note, by })
    await post(tx, { kind: 'reduction', on, source, note, lines: move(takenOff, ofPenalty('debt', penaltyId), ofPenalty('taken-off', penaltyId)), by })
    await offerBackWhatIsHeld(tx, penalty.caseId, note, by)
  })
}

/** What is asked for on this penalty after every decision so far. */
function stillAsked({ issuedPence, takenOffPence }: Debt): Pence {
  return subtractPence(issuedPence, takenOffPence)
}

async function withCaseLocked(db: Database, { penaltyId }: DebtChange, write: (tx: Database, money: Debt, penalty: Penalty) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const penalty = await readPenalty(tx, penaltyId)
    if (penalty === undefined) throw new Error(`There is no penalty ${penaltyId} to owe anything on`)
    await lockCase(tx, penalty.caseId)
    await write(tx, await debtOf(tx, penaltyId), penalty)
  })
}
