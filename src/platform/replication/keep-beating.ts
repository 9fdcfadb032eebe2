import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { Log } from '#platform/log'
import { hoursAfter, type Site } from '#values'
import { beat } from './heartbeat.store.ts'
import { notePlace } from './incarnation/begin-after-restore.ts'
import { readIncarnation } from './incarnation/incarnation.store.ts'
import { clearEveryHours, heartbeatMs } from './limits.ts'
import { checkPages } from './proof/check-pages.store.ts'
import { forgetPages } from './proof/forget-proofs.store.ts'
import type { RangeKey } from './proof/range.ts'
import { writePage } from './proof/write-page.store.ts'
import { streams, type ReplicatedTable } from './replicated-table.ts'

export interface BeatPlan {
  readonly site: Site
  readonly db: Database
  readonly clock: Clock
  readonly tables: readonly ReplicatedTable[]
  readonly keys: ReadonlyMap<string, RangeKey>
  readonly log: Pick<Log, 'warn'>
  /** Looks at the links after each beat. */
  readonly watch: () => Promise<void>
  /** Takes up who has joined or left meanwhile. */
  readonly follow: () => Promise<void>
  /** The site's own folder, where its place in its log is noted. */
  readonly config: { readonly folder: string }
}

/** Once a second: says what this site has written, says that it is alive, and compares what has come from the others. */
export async function keepBeating(plan: BeatPlan, signal: AbortSignal): Promise<void> {
  const steps: readonly (readonly [what: string, step: () => Promise<unknown>])[] = [
    ['a page of proof could not be written', () => writePages(plan)],
    ['a heartbeat could not be written', async () => beat(plan.db, { site: plan.site, incarnation: await readIncarnation(plan.db), at: plan.clock.now() })],
    ['what has arrived could not be compared', () => checkPages(plan.db, { ...plan, here: plan.site, now: plan.clock.now() })],
    ['the links could not be judged', plan.watch],
    ['those who joined could not be followed', plan.follow],
    ['the place in the log could not be noted', () => notePlace(plan.db, plan.site, plan.config.folder)],
  ]
  let clearAt = plan.clock.now()
  while (!signal.aborted) {
    for (const [what, step] of steps) await step().catch((fault: unknown) => signal.aborted || plan.log.warn(fault, what))
    if (plan.clock.now() >= clearAt) {
      clearAt = hoursAfter(clearEveryHours, plan.clock.now())
      await forgetPages(plan.db, plan.site, plan.clock.now()).catch((fault: unknown) => plan.log.warn(fault, 'old proofs could not be cleared away'))
    }
    await pause(heartbeatMs, undefined, { signal }).catch(() => {})
  }
}

async function writePages({ db, site, clock, tables, keys }: BeatPlan): Promise<void> {
  const incarnation = await readIncarnation(db)
  for (const lane of streams) {
    const names = tables.filter(({ stream }) => stream === lane).map(({ table }) => table)
    const own = new Map([...keys].filter(([table]) => names.includes(table)))
    if (own.size > 0) await writePage(db, { site, incarnation, lane, keys: own, at: clock.now() })
  }
}
