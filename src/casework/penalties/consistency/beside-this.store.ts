import type { Database } from '#platform/database'
import { nearestShown } from '../limits.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { earlierDecisions } from './decided-facts.store.ts'
import { factsOf, nearestDecisions, rangeOnSameFacts } from './same-facts.ts'

/** What whoever decides reads beside the law's figure: how the nearest earlier cases were decided. */
export async function decisionsBeside(db: Database, penalty: Penalty) {
  const earlier = await earlierDecisions(db, penalty)
  const here = factsOf(penalty)
  return { nearest: nearestDecisions(here, earlier, nearestShown), range: rangeOnSameFacts(nearestDecisions(here, earlier, earlier.length)) }
}
