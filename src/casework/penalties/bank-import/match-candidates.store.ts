import { sql } from 'kysely'
import type { Database } from '#platform/database'
import type { Officer, Pence } from '#values'
import { readCase } from '../case/case.store.ts'
import { whereCase } from '../case/where-case.store.ts'
import { matchCandidatesMax } from '../limits.ts'
import { penaltyReference } from '../notice/penalty-reference.ts'
import { moneyOfPenalties } from '../payment/money.store.ts'
import { paymentsOfCase } from '../payment/payment.store.ts'
import type { Payment } from '../payment/payment.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { seeCases } from '../rights.ts'
import type { BankEntry } from './bank-entry.ts'
import { referencesIn, type OpenDebt } from './propose-matches.ts'
import type { StatementEntry } from './statement.ts'

export interface Candidates {
  readonly debts: readonly OpenDebt[]
  /** Payments of those cases that have the same amount: recorded by hand before the statement came, or taken back by the bank. */
  readonly payments: readonly Payment[]
}

/** The cases whose reference the payer wrote, and those that owe just this much. */
export async function candidatesFor(db: Database, officer: Officer, entry: BankEntry): Promise<Candidates> {
  const caseIds = await caseIdsFor(db, officer, entry)
  const found = await Promise.all(caseIds.map(async (caseId) => ({ debts: await debtsOfCase(db, caseId), payments: await paymentsOfCase(db, caseId) })))
  return {
    debts: found.flatMap(({ debts }) => debts),
    payments: found.flatMap(({ payments }) => payments).filter(({ amountPence, returned }) => returned === null && amountPence === entry.amountPence),
  }
}

async function caseIdsFor(db: Database, officer: Officer, { remittance, amountPence }: StatementEntry): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from penalties.case c join ((select id from penalties.case where reference = any(${[...referencesIn(remittance).ofCases]}::text[]))
    union
    (select p.case_id from ledger.account debt join penalties.penalty p on p.id = debt.penalty_id
      where debt.kind = 'debt' and debt.balance_pence = ${amountPence satisfies Pence} order by p.case_id limit ${matchCandidatesMax})
    union
    (select case_id from ledger.payment where amount_pence = ${amountPence} and returned is null order by received_on desc limit ${matchCandidatesMax})
    limit ${2 * matchCandidatesMax}) as near using (id) where ${whereCase(officer, seeCases)}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Every debt of one case that a notice was issued for. */
export async function debtsOfCase(db: Database, caseId: string): Promise<readonly OpenDebt[]> {
  const [found, persons, penalties] = await Promise.all([readCase(db, caseId), personsOfCase(db, caseId), penaltiesOfCase(db, caseId)])
  const money = await moneyOfPenalties(db, penalties.map(({ id }) => id))
  return penalties.flatMap(({ id, personId }) => {
    const [person, amounts] = [persons.find((each) => each.id === personId), money.get(id)]
    if (found === undefined || person === undefined || amounts === undefined || amounts.issuedPence === 0) return []
    const names = [person.identity.name, person.identity.company ?? ''].filter((name) => name !== '')
    return [{ penaltyId: id, caseId, reference: penaltyReference(found, persons, person), names, owedPence: amounts.owedPence }]
  })
}
