import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { epochMsOf, instantOfEpochMs, type By, type Instant } from '#values'
import { retryAfterSeconds } from '../limits.ts'
import type { Rule } from '../rule/rule.ts'

/** Where what waits is kept, and by which time it is judged. */
export interface Outbox {
  readonly db: Database
  readonly clock: Clock
}

/** When to try again after this many failures in a row. */
export function nextTry(failures: number, now: Instant): Instant {
  const seconds = retryAfterSeconds[Math.min(failures, retryAfterSeconds.length) - 1] ?? retryAfterSeconds[0]
  return instantOfEpochMs(epochMsOf(now) + seconds * 1000)
}

/** In the name of the rule: whoever agreed to it answers for what goes by it. */
export function machine(clock: Clock, rule: Rule | undefined): By {
  const reason = rule === undefined ? 'No rule is in force' : `Rule ${rule.version}, proposed by ${rule.proposedByName}, agreed by ${rule.answeredByName ?? ''}`
  return { officerId: 'machine', name: 'Juxta', role: 'machine', site: 'centre', at: clock.now(), reason }
}
