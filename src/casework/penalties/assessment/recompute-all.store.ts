import type { Database } from '#platform/database'
import { penaltiesRecomputedAtOnce } from '../limits.ts'
import type { Determination, Proposal } from '../penalty/penalty.ts'
import { recompute, type Difference } from './recompute.ts'

type Tables = {
  'penalties.penalty': { id: string; case_id: string; proposal: Proposal; determination: Determination | null }
  'penalties.case': { id: string; reference: string }
}

const on = (db: Database) => db.withTables<Tables>()

/** A stored answer that the law as it is held now would not give. */
export interface Differing {
  readonly penaltyId: string
  readonly reference: string
  readonly answer: 'proposal' | 'determination'
  readonly differences: readonly Difference[]
}

export interface Recomputed {
  readonly asked: number
  readonly differing: readonly Differing[]
}

/** Every stored answer of every penalty, a few hundred at a time. */
export async function recomputeAll(db: Database): Promise<Recomputed> {
  const differing: Differing[] = []
  let asked = 0
  for await (const penalty of everyPenalty(db)) {
    for (const { answer, snapshot } of answersOf(penalty)) {
      asked += 1
      const differences = recompute(snapshot)
      if (differences.length > 0) differing.push({ penaltyId: penalty.id, reference: penalty.reference, answer, differences })
    }
  }
  return { asked, differing }
}

type Stored = Pick<Tables['penalties.penalty'], 'id' | 'proposal' | 'determination'> & { readonly reference: string }

function answersOf({ proposal, determination }: Stored) {
  const determined = determination?.snapshot ?? null
  return [{ answer: 'proposal' as const, snapshot: proposal.snapshot }, ...(determined === null ? [] : [{ answer: 'determination' as const, snapshot: determined }])]
}

async function* everyPenalty(db: Database): AsyncGenerator<Stored> {
  for (let after: string | undefined; ; ) {
    const all = on(db).selectFrom('penalties.penalty as penalty').innerJoin('penalties.case as held', 'held.id', 'penalty.case_id')
      .select(['penalty.id', 'penalty.proposal', 'penalty.determination', 'held.reference'])
    const rows = await (after === undefined ? all : all.where('penalty.id', '>', after)).orderBy('penalty.id').limit(penaltiesRecomputedAtOnce).execute()
    yield* rows
    after = rows.at(-1)?.id
    if (rows.length < penaltiesRecomputedAtOnce) return
  }
}
