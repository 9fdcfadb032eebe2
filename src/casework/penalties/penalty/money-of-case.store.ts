import type { Database } from '#platform/database'
import { noPence, type Pence } from '#values'
import { hasEnded, noticeInForce, type Penalty } from './penalty.ts'

/** What one penalty comes to, each number by its own name. */
export interface PenaltyMoney {
  readonly issuedPence: Pence
  readonly owedPence: Pence
  readonly collectedPence: Pence
}

/** By penalty, for the case's bar and columns. */
export async function moneyOfCase(_db: Database, penalties: readonly Penalty[]): Promise<ReadonlyMap<string, PenaltyMoney>> {
  return new Map(penalties.map((penalty) => [penalty.id, moneyOf(penalty)]))
}

function moneyOf(penalty: Penalty): PenaltyMoney {
  const notice = noticeInForce(penalty)
  const owed = notice === undefined || hasEnded(penalty) ? noPence : (penalty.amountPence ?? noPence)
  return { issuedPence: notice?.amountPence ?? noPence, owedPence: owed, collectedPence: noPence }
}
