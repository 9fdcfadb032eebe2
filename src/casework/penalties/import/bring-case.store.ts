import { announce, isRefused, type Decision } from '#platform/decisions'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import { settledId } from '#platform/identity'
import { subtractPence, type By, type CalendarDate } from '#values'
import { changeAppeal } from '../appeal/change-appeal.store.ts'
import { readAppeal } from '../appeal/appeal.store.ts'
import { caseFacts } from '../case/case-from-detection.ts'
import { caseThing, readCase } from '../case/case.store.ts'
import { closeCaseOf } from '../case/close-case.store.ts'
import { openCaseOf } from '../case/open-case.store.ts'
import { agreePlan } from '../instalment/agree-plan.ts'
import { changePlan, readPlan } from '../instalment/plan.store.ts'
import { postDebt, postReduction } from '../payment/debt.store.ts'
import { settleIfPaid } from '../payment/settle-if-paid.store.ts'
import { takePayment } from '../payment/take-payment.store.ts'
import { changePenalty } from '../penalty/change-penalty.store.ts'
import { named } from '../penalty/penalty.ts'
import { penaltyThing, readPenalty } from '../penalty/penalty.store.ts'
import { addPersonTo } from '../person/person-acts.store.ts'
import { readPerson } from '../person/person.store.ts'
import { answerWriteOffOf, proposeWriteOffOf } from '../write-off/change-write-off.store.ts'
import { readWriteOff } from '../write-off/write-off.store.ts'
import type { ImportBatch } from './import-batch.ts'
import { noteImported } from './import-batch.store.ts'
import { importAppeal } from './imported-appeal.ts'
import { decidedBefore, importPenalty, nothingFound, oldIdentity, oldIncident } from './imported-penalty.ts'
import { issuedOf, type OldRow } from './old-row.ts'

interface Line {
  readonly line: number
  readonly row: OldRow
}

interface Bringing {
  readonly today: CalendarDate
  readonly by: By
}

/**
 * Each step is one that can be taken again: what a run that broke off has written is found by its settled id, and is not written twice.
 * The lines are noted last, so that a case of which a part is missing is not taken for one that is in.
 */
export async function bringCase(db: Database, batch: ImportBatch, lines: readonly Line[], act: Bringing): Promise<void> {
  const [first] = lines
  if (first === undefined) return
  const caseId = settledId('import', batch.id, first.row.old_reference)
  done(await openCaseOf(db, { ...caseFacts(caseId, null, oldIncident(first.row, batch.source)), imported: true }, act))
  const brought: Brought[] = []
  for (const { line, row } of lines) brought.push(await bringPenalty(db, { batch, caseId, line, row }, act))
  await followCase(db, caseId, brought, act.by)
  for (const each of brought) {
    await bringMoney(db, each, act)
    await bringAppeal(db, each, act)
    await bringWriteOff(db, each, act)
    await bringInstalments(db, each, act)
  }
  await closeCaseOf(db, { caseId, by: act.by, closedOn: act.today })
  await db.transaction().execute(async (tx) => {
    for (const { penaltyId, line, row } of brought) await noteImported(tx, batch.id, row.old_reference, { penaltyId, caseId, line })
  })
}

interface BroughtRow extends Line {
  readonly batch: ImportBatch
  readonly caseId: string
}

interface Brought extends BroughtRow {
  readonly penaltyId: string
}

/** The same id each time a part of this line is brought. */
function settled({ batch, line }: BroughtRow, part: string): string {
  return settledId('import', batch.id, String(line), part)
}

async function bringPenalty(db: Database, brought: BroughtRow, { today, by }: Bringing): Promise<Brought> {
  const { batch, caseId, row } = brought
  const [personId, penaltyId] = [settled(brought, 'person'), settled(brought, 'penalty')]
  if ((await readPerson(db, personId)) === undefined) {
    done(await addPersonTo(db, caseId, { personId, partyId: personId, capacity: row.capacity, identity: oldIdentity(row, batch.source), facts: nothingFound }, by))
  }
  const [found, person] = [await readCase(db, caseId), await readPerson(db, personId)]
  if (found === undefined || person === undefined) throw new Error(`Case ${caseId} was not brought in`)
  const from = { source: batch.source, penaltyId, documentId: settled(brought, 'notice'), letInBy: named(by), on: today }
  done(await change(db, penaltyThing, { id: penaltyId, by }, (penalty) => (penalty === undefined ? importPenalty(row, found, person, from) : announce())))
  return { ...brought, penaltyId }
}

/** The case takes the stage that its penalties have, and the work list its nearest day, as after any act. */
async function followCase(db: Database, caseId: string, brought: readonly Brought[], by: By): Promise<void> {
  const [found, [first]] = [await readCase(db, caseId), brought]
  if (found?.stage === 'open') {
    await change(db, caseThing, { id: caseId, by }, () => announce({ type: 'assessment-proposed', section: found.incident.section, penaltyIds: brought.map(({ penaltyId }) => penaltyId) }))
  }
  if (first !== undefined) done(await changePenalty(db, { penaltyId: first.penaltyId, by }, () => announce()))
}

/** The debt, what was taken off it, and what came in: each posted on its own day, as it would have been here. */
async function bringMoney(db: Database, { penaltyId, row }: Brought, { today, by }: Bringing): Promise<void> {
  const issued = issuedOf(row)
  if (row.notice_on !== null) await postDebt(db, { penaltyId, amountPence: issued, on: row.notice_on, source: `imported:${penaltyId}`, by })
  if (row.taken_off_pence > 0) await postReduction(db, { penaltyId, amountPence: subtractPence(issued, row.taken_off_pence), on: row.decided_on, source: `imported-reduction:${penaltyId}`, by })
  if (row.collected_pence > 0 && row.collected_on !== null) {
    const payer = row.company || row.name
    done(await takePayment(db, { penaltyId, amountPence: row.collected_pence, receivedOn: row.collected_on, recordedOn: today, payer, method: 'bank-transfer', reference: `IMPORTED ${penaltyId}`, imported: true, by }))
  }
  await settleIfPaid(db, { penaltyId, on: today, by })
}

async function bringAppeal(db: Database, brought: Brought, { by }: Bringing): Promise<void> {
  const [appealId, penalty] = [settled(brought, 'appeal'), await readPenalty(db, brought.penaltyId)]
  if (brought.row.appeal_lodged_on === null || penalty === undefined || (await readAppeal(db, appealId)) !== undefined) return
  done(await changeAppeal(db, { id: appealId, by }, () => importAppeal(brought.row, penalty, { appealId, source: brought.batch.source, letInBy: named(by) })))
}

/** Proposed by whoever gave it up there; the two officers who brought the file and let it in are the ones who agree to it here. */
async function bringWriteOff(db: Database, brought: Brought, { by }: Bringing): Promise<void> {
  const { penaltyId, row: { written_off_pence: amountPence, written_off_on: on, written_off_code: code, ...row }, batch } = brought
  if (amountPence === 0 || on === null || code === null) return
  const [writeOffId, reasons] = [settled(brought, 'write-off'), `Came in from ${batch.source}: ${row.written_off_because}`]
  if ((await readWriteOff(db, writeOffId)) === undefined) {
    done(await proposeWriteOffOf(db, penaltyId, { writeOffId, code, amountPence, reasons, evidence: `The records of ${batch.source}`, by: decidedBefore(row), on }, by))
  }
  for (const officer of [named(by), batch.broughtBy]) {
    const { stage, approvals = [] } = (await readWriteOff(db, writeOffId)) ?? {}
    if (stage !== 'proposed' || approvals.some((approval) => approval.by.officerId === officer.officerId)) continue
    done(await answerWriteOffOf(db, writeOffId, { approve: true, reasons, by: officer, on }, by))
  }
}

async function bringInstalments(db: Database, brought: Brought, { today, by }: Bringing): Promise<void> {
  const { penaltyId, row: { instalments_left: count, instalments_every: every, next_instalment_on: firstOn }, batch } = brought
  const planId = settled(brought, 'plan')
  if (count === 0 || every === null || firstOn === null || (await readPlan(db, planId)) !== undefined) return
  const agreeing = { planId, count, firstOn, every, means: `As ${batch.source} had it`, reasons: `Came in from ${batch.source}, where it was agreed`, by: named(by), today }
  done(await changePlan(db, { penaltyId, planId, today, by }, ({ penalty, owedPence, inForce }) => agreePlan(penalty, { owedPence, inForce }, agreeing)))
}

/** A row that was judged good and is refused all the same is a fault of ours: the whole case stays out. */
function done<Event extends { readonly type: string }>(decision: Decision<Event>): void {
  if (isRefused(decision)) throw new Error(`A row that was judged good was refused: ${decision.refused}`)
}
