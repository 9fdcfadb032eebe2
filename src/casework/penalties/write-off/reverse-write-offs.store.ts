import { isRefused } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import { pence, subtractPence, type By, type CalendarDate, type Pence } from '#values'
import { move, ofPenalty } from '../payment/account.ts'
import { post } from '../payment/journal.store.ts'
import { debtOf } from '../payment/money.store.ts'
import { changePenaltyIn } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { reopenPenalty } from '../penalty/reopen-penalty.ts'
import { reverseWriteOff } from './judge-write-off.ts'
import { reversedPence, type WriteOffEvent } from './write-off.ts'
import { writeOffsOfPenalty, writeOffThing } from './write-off.store.ts'

export interface ReversingIn {
  readonly penaltyId: string
  /** No more than stands written off. */
  readonly amountPence: Pence
  readonly on: CalendarDate
  readonly reasons: string
  readonly by: By
}

/**
 * So much of what was written off is owed again, the latest write-off first, each by a journal that turns the old one round. The caller has
 * the case's lock. Whatever is left written off stays so.
 */
export async function reverseWriteOffsIn(tx: Database, { penaltyId, amountPence, on, reasons, by }: ReversingIn): Promise<readonly WriteOffEvent[]> {
  const events: WriteOffEvent[] = []
  let left = amountPence
  for (const writeOff of await writeOffsOfPenalty(tx, penaltyId)) {
    const amount = writeOff.stage === 'written-off' ? pence(Math.min(left, writeOff.amountPence - reversedPence(writeOff))) : 0
    if (amount === 0) continue
    const reversal = { amountPence: pence(amount), reasons, on, by: named(by) }
    const decision = await changeIn(tx, writeOffThing, { id: writeOff.id, by }, (current) => reverseWriteOff(current, reversal))
    if (isRefused(decision)) throw new Error(`Write-off ${writeOff.id} cannot be taken back: ${decision.refused}`)
    const lines = move(reversal.amountPence, ofPenalty('written-off', penaltyId), ofPenalty('debt', penaltyId))
    const source = `write-off:${writeOff.id}`
    await post(tx, { kind: 'write-off-reversed', on, source: `${source}:${writeOff.reversals.length + 1}`, note: 'Owed again', lines, by, ...(writeOff.reversals.length === 0 ? { reversesSource: source } : {}) })
    events.push(...decision.events)
    left = subtractPence(left, reversal.amountPence)
  }
  if (left > 0) throw new Error(`The write-offs of penalty ${penaltyId} come to ${left} pence less than the ledger says`)
  await reopenIfAsked(tx, penaltyId, reasons, by)
  return events
}

async function reopenIfAsked(tx: Database, penaltyId: string, reasons: string, by: By): Promise<void> {
  const [penalty, { writtenOffPence }] = [await readPenalty(tx, penaltyId), await debtOf(tx, penaltyId)]
  if (penalty?.stage === 'written-off' && writtenOffPence === 0) await changePenaltyIn(tx, { penaltyId, by }, (current) => reopenPenalty(current, reasons))
}
