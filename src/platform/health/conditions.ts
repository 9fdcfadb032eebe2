import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Site } from '#values'
import { beginCondition, conditionNames, endCondition, type ConditionName } from './condition.store.ts'
import { conditionRetryMs } from './limits.ts'

/** Says what holds at this site, so that its boards, and the centre's, show it. */
export interface Conditions {
  say(name: ConditionName, holds: boolean): void
  close(): Promise<void>
}

export interface ConditionPlan {
  readonly db: Database
  readonly site: Site
  readonly clock: Clock
  readonly onFault: (fault: unknown) => void
}

/** Begins with what the last run left: a condition that ended while nobody was there is taken back at once. What cannot be written is tried again. */
export function keepConditions({ db, site, clock, onFault }: ConditionPlan): Conditions {
  const wanted = new Map<ConditionName, boolean>(conditionNames.map((name) => [name, false]))
  const unwritten = new Set<ConditionName>(conditionNames)
  let writing = Promise.resolve()

  const write = async (): Promise<void> => {
    for (const name of unwritten) {
      unwritten.delete(name)
      const holds = wanted.get(name) === true
      await (holds ? beginCondition(db, { site, name, since: clock.now() }) : endCondition(db, { site, name })).catch((fault: unknown) => {
        unwritten.add(name)
        onFault(fault)
      })
    }
  }
  const writeSoon = (): void => void (writing = writing.then(write))
  const timer = setInterval(() => unwritten.size > 0 && writeSoon(), conditionRetryMs)
  timer.unref()
  return {
    say: (name, holds) => {
      // Said again, it holds from now: a clock may be set twice.
      if (!holds && wanted.get(name) === false) return
      wanted.set(name, holds)
      unwritten.add(name)
      writeSoon()
    },
    close: async () => {
      clearInterval(timer)
      await writing
    },
  }
}
