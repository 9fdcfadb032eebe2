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
  for (let after: string | null | undefined = null; after !== undefined;) {
    const some: RecomputedSome = await recomputeSome(db, after)
    differing.push(...some.differing)
    asked += some.asked
    after = some.next
  }
  return { asked, differing }
}

export interface RecomputedSome extends Recomputed {
  /** Where to go on; undefined at the end. */
  readonly next: string | undefined
}

/** The stored answers of some hundred penalties, those after one of them or from the first. */
export async function recomputeSome(db: Database, after: string | null): Promise<RecomputedSome> {
  const all = on(db).selectFrom('penalties.penalty as penalty').innerJoin('penalties.case as held', 'held.id', 'penalty.case_id')
    .select(['penalty.id', 'penalty.proposal', 'penalty.determination', 'held.reference'])
  const rows = await (after === null ? all : all.where('penalty.id', '>', after)).orderBy('penalty.id').limit(penaltiesRecomputedAtOnce).execute()
  const answers = rows.flatMap((penalty) => answersOf(penalty).map((each) => ({ ...each, penaltyId: penalty.id, reference: penalty.reference })))
  const compared = answers.map(({ snapshot, ...answer }) => ({ ...answer, differences: recompute(snapshot) }))
  return { asked: answers.length, differing: compared.filter(({ differences }) => differences.length > 0), next: rows.length < penaltiesRecomputedAtOnce ? undefined : rows.at(-1)?.id }
}

function answersOf({ proposal, determination }: Pick<Tables['penalties.penalty'], 'proposal' | 'determination'>) {
  const determined = determination?.snapshot ?? null
  return [{ answer: 'proposal' as const, snapshot: proposal.snapshot }, ...(determined === null ? [] : [{ answer: 'determination' as const, snapshot: determined }])]
}
