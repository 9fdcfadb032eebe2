import { isRefused, refuse, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { changeIn } from '#platform/events'
import type { By, CalendarDate, Pence } from '#values'
import { move, ofPenalty } from '../payment/account.ts'
import { post } from '../payment/journal.store.ts'
import { debtOf } from '../payment/money.store.ts'
import { changePenaltyIn, lockCase } from '../penalty/change-penalty.store.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import { writeOffPenalty } from '../penalty/write-off-penalty.ts'
import { answerWriteOff, proposeWriteOff, type Answering, type Proposing } from './judge-write-off.ts'
import { reverseWriteOffsIn } from './reverse-write-offs.store.ts'
import type { WriteOffEvent } from './write-off.ts'
import { classWords, writeOffCode } from './write-off-codes.ts'
import { readWriteOff, writeOffsOfPenalty, writeOffThing } from './write-off.store.ts'

interface DebtNow {
  readonly penalty: Penalty
  readonly owedPence: Pence
  readonly writtenOffPence: Pence
}

export async function proposeWriteOffOf(db: Database, penaltyId: string, proposing: Proposing, by: By): Promise<Decision<WriteOffEvent>> {
  return underLock(db, penaltyId, by, async (tx, { penalty, owedPence }) => {
    const waiting = (await writeOffsOfPenalty(tx, penaltyId)).find(({ stage }) => stage === 'proposed')
    return changeIn(tx, writeOffThing, { id: proposing.writeOffId, by }, () => proposeWriteOff(penalty, { owedPence, waiting }, proposing))
  })
}

/** The last approval moves the ledger in the same act, and what nobody is asked for any more ends the penalty. */
export async function answerWriteOffOf(db: Database, writeOffId: string, answering: Omit<Answering, 'owedPence'>, by: By): Promise<Decision<WriteOffEvent>> {
  const unlocked = await readWriteOff(db, writeOffId)
  if (unlocked === undefined) return refuse('no-such-write-off')
  return underLock(db, unlocked.penaltyId, by, async (tx, { penalty, owedPence }) => {
    const decision = await changeIn(tx, writeOffThing, { id: writeOffId, by }, (writeOff) => answerWriteOff(writeOff, { ...answering, owedPence }))
    if (isRefused(decision) || !decision.events.some(({ type }) => type === 'debt-written-off')) return decision
    const { code, class: kind, amountPence } = unlocked
    const lines = move(amountPence, ofPenalty('debt', penalty.id), ofPenalty('written-off', penalty.id))
    await post(tx, { kind: 'write-off', on: answering.on, source: `write-off:${writeOffId}`, note: `${classWords[kind]}: ${writeOffCode(code).words}`, lines, by })
    if (amountPence === owedPence) await changePenaltyIn(tx, { penaltyId: penalty.id, by }, (current) => writeOffPenalty(current, { on: answering.on, why: writeOffCode(code).words }))
    return decision
  })
}

/** A person takes back all that stands written off of a penalty: it is owed again, with its reasons. */
export async function reverseWriteOffsOf(db: Database, penaltyId: string, { on, reasons }: { readonly on: CalendarDate; readonly reasons: string }, by: By): Promise<Decision<WriteOffEvent>> {
  return underLock(db, penaltyId, by, async (tx, { writtenOffPence }) => {
    if (writtenOffPence === 0) return refuse('nothing-written-off')
    if (reasons.trim() === '') return refuse('reasons-needed')
    return { events: await reverseWriteOffsIn(tx, { penaltyId, amountPence: writtenOffPence, on, reasons, by }) }
  })
}

async function underLock(db: Database, penaltyId: string, by: By, act: (tx: Database, debt: DebtNow) => Promise<Decision<WriteOffEvent>>): Promise<Decision<WriteOffEvent>> {
  return db.transaction().execute(async (tx) => {
    const unlocked = await readPenalty(tx, penaltyId)
    if (unlocked === undefined) return refuse('no-such-penalty')
    await lockCase(tx, unlocked.caseId)
    const [penalty, money] = [await readPenalty(tx, penaltyId), await debtOf(tx, penaltyId)]
    return penalty === undefined ? refuse('no-such-penalty') : act(tx, { penalty, ...money })
  })
}
