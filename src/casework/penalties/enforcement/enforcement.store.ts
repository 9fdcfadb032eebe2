import { sql } from 'kysely'
import { isRefused, refuse, type Decision } from '#platform/decisions'
import { asJson, type Database } from '#platform/database'
import { changeIn, type Thing } from '#platform/events'
import { noPence, type By, type CalendarDate } from '#values'
import { readCase } from '../case/case.store.ts'
import { caseStateOf } from '../case/case-state.store.ts'
import { lockCase } from '../penalty/change-penalty.store.ts'
import { readPenalty } from '../penalty/penalty.store.ts'
import type { Person } from '../person/person.ts'
import { readPerson } from '../person/person.store.ts'
import { paymentLinesOn } from '../notice/payment-account.store.ts'
import { destinationOf } from '../service/plan-channels.ts'
import { evolveStep, type EnforcementEvent, type EnforcementStep } from './enforcement-step.ts'
import type { EnforcementFacts } from './needs.ts'
import { sendRecoveryLetter } from './recovery-letter.store.ts'
import { letterOf, type StepCode } from './steps.ts'

type StepRow = {
  id: string
  case_id: string
  penalty_id: string
  code: StepCode
  taken_on: CalendarDate
  taken_by: EnforcementStep['takenBy']
  reasons: string
  answers: EnforcementStep['answers']
  document_id: string | null
}

const on = (db: Database) => db.withTables<{ 'ledger.enforcement_step': StepRow }>()

export const enforcementThing: Thing<EnforcementStep, EnforcementEvent> = { name: 'enforcement-step', evolve: evolveStep, read: readStep, save: saveStep }

export async function readStep(db: Database, id: string): Promise<EnforcementStep | undefined> {
  const row = await on(db).selectFrom('ledger.enforcement_step').selectAll().where('id', '=', id).executeTakeFirst()
  return row && stepOfRow(row)
}

/** Oldest first. */
export async function stepsOfPenalty(db: Database, penaltyId: string): Promise<readonly EnforcementStep[]> {
  const rows = await on(db).selectFrom('ledger.enforcement_step').selectAll().where('penalty_id', '=', penaltyId).orderBy('id').execute()
  return rows.map(stepOfRow)
}

/** What every step of this penalty is judged by, as it stands now. */
export async function enforcementFacts(db: Database, penaltyId: string, today: CalendarDate): Promise<EnforcementFacts | undefined> {
  const penalty = await readPenalty(db, penaltyId)
  const [found, person] = penalty === undefined ? [] : [await readCase(db, penalty.caseId), await readPerson(db, penalty.personId)]
  if (penalty === undefined || found === undefined || person === undefined) return undefined
  const { state, money, file, letters } = await caseStateOf(db, found, today)
  return {
    penalty, today, letters,
    owedPence: money.get(penaltyId)?.owedPence ?? noPence,
    standstills: state.standstills?.get(penaltyId) ?? [],
    appeals: state.appeals ?? [],
    taken: await stepsOfPenalty(db, penaltyId),
    to: destinationOf(person, file.representatives, today),
    newerAddressIn: await newerAddressIn(db, person),
    hasAccount: (await paymentLinesOn(db, today)).length > 0,
  }
}

export interface TakingNow {
  readonly penaltyId: string
  readonly stepId: string
  readonly today: CalendarDate
  readonly demonstration: boolean
  readonly by: By
}

/** A step is judged and written under the case's lock; where it is a letter, the letter is written and its ways planned with it. */
export async function takeStepOf(db: Database, { penaltyId, stepId, today, demonstration, by }: TakingNow, decide: (facts: EnforcementFacts) => Decision<EnforcementEvent>): Promise<Decision<EnforcementEvent>> {
  return db.transaction().execute(async (tx) => {
    const penalty = await readPenalty(tx, penaltyId)
    if (penalty === undefined) return refuse('no-such-penalty')
    await lockCase(tx, penalty.caseId)
    const facts = await enforcementFacts(tx, penaltyId, today)
    if (facts === undefined) return refuse('no-such-penalty')
    const decided = decide(facts)
    if (isRefused(decided)) return decided
    // The letter comes first, because the step names it.
    for (const { code, documentId } of decided.events) {
      const purpose = letterOf(code)
      const refusal = purpose !== undefined && documentId !== null ? await sendRecoveryLetter(tx, facts, { id: documentId, purpose, demonstration, by }) : undefined
      if (refusal !== undefined) return refusal
    }
    return changeIn(tx, enforcementThing, { id: stepId, by }, () => decided)
  })
}

/** The case in which the same registered number has a newer and different address: what one team was told, all act on. */
async function newerAddressIn(db: Database, { id }: Person): Promise<string | null> {
  const { rows } = await sql<{ reference: string }>`
    select c.reference from penalties.person us
    join penalties.person them on them.registered_key = us.registered_key and them.case_id <> us.case_id
    join penalties.case c on c.id = them.case_id
    where us.id = ${id} and us.registered_key <> ''
      and them.identity #>> '{address,asOf}' > us.identity #>> '{address,asOf}'
      and (them.identity #> '{address,lines}', them.identity #> '{address,country}') is distinct from (us.identity #> '{address,lines}', us.identity #> '{address,country}')
    order by them.identity #>> '{address,asOf}' desc limit 1`.execute(db)
  return rows[0]?.reference ?? null
}

async function saveStep(tx: Database, _id: string, state: EnforcementStep): Promise<void> {
  const row = {
    id: state.id, case_id: state.caseId, penalty_id: state.penaltyId, code: state.code, taken_on: state.takenOn, reasons: state.reasons,
    taken_by: asJson(state.takenBy), answers: asJson(state.answers), document_id: state.documentId,
  }
  await on(tx).insertInto('ledger.enforcement_step').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
}

function stepOfRow(row: StepRow): EnforcementStep {
  const { id, code, reasons, answers } = row
  return { id, code, reasons, answers, documentId: row.document_id, caseId: row.case_id, penaltyId: row.penalty_id, takenOn: row.taken_on, takenBy: row.taken_by }
}
