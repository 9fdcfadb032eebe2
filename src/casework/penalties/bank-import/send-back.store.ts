import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By } from '#values'
import { bank, move, suspenseOf } from '../payment/account.ts'
import { balanceToTakeFrom } from '../payment/balance.store.ts'
import { post } from '../payment/journal.store.ts'
import { bankEntryThing } from './bank-entry.store.ts'
import type { BankEntryEvent } from './bank-entry.ts'
import { withEntry } from './match-entry.store.ts'
import { answerSendingBack, type AnsweringSendingBack } from './send-back.ts'

/** Another officer lets money that was set aside go back to whoever sent it: it leaves suspense and our bank with the answer. */
export async function answerSendingBackOf(db: Database, entryId: string, answering: AnsweringSendingBack, by: By): Promise<Decision<BankEntryEvent>> {
  return withEntry(db, { entryId }, async (tx, entry) => {
    if (answering.approve && entry.amountPence > (await balanceToTakeFrom(tx, bank, by))) return refuse('bank-holds-less')
    const decision = await changeIn(tx, bankEntryThing, { id: entryId, by }, (current) => answerSendingBack(current, answering))
    if (isRefused(decision) || !answering.approve) return decision
    await post(tx, { kind: 'sent-back', on: answering.on, source: `sent-back:${entryId}`, note: 'Sent back to the sender', lines: move(entry.amountPence, bank, suspenseOf(entryId)), by })
    return decision
  })
}
