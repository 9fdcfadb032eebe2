import { setTimeout as pause } from 'node:timers/promises'
import { siteRecoveredMs, siteRestartFirstMs, siteRestartLastMs } from './limits.ts'
import { startSiteProcess, type SiteProcess } from './site-process.ts'
import type { SitePlan } from './solo-plan.ts'

/** A site whose process is started again whenever it ends unasked. */
export interface KeptSite {
  readonly site: string
  /** Resolve when the site takes work, and when rows arrive from every peer, for the first time. */
  readonly ready: Promise<void>
  readonly joined: Promise<void>
  /** Resolves with why the site did not even begin: then its settings or its machine are wrong, and trying again would not mend them. */
  readonly failed: Promise<string>
  /** The process that runs it now; undefined between two runs. */
  processId(): number | undefined
  stop(): Promise<void>
}

export interface KeepingWords {
  readonly onStep: (step: string) => void
  /** Hears that the site ended, why, and when it is started again. */
  readonly onEnd: (what: string) => void
}

/** Starts the site and keeps it running until it is told to stop. */
export function keepSite(plan: SitePlan, words: KeepingWords): KeptSite {
  const begin = (): SiteProcess => startSiteProcess(plan, words.onStep)
  const first = begin()
  const keeper: Keeper = { begin, words, running: first, stopping: new AbortController() }
  const failed = Promise.withResolvers<string>()
  const keeping = keepRunning(keeper, failed.resolve)
  return {
    site: plan.site,
    ready: first.ready,
    joined: first.joined,
    failed: failed.promise,
    processId: () => keeper.running?.processId,
    stop: async () => {
      keeper.stopping.abort()
      await keeper.running?.stop()
      await keeping
    },
  }
}

interface Keeper {
  readonly begin: () => SiteProcess
  readonly words: KeepingWords
  readonly stopping: AbortController
  running: SiteProcess | undefined
}

async function keepRunning(keeper: Keeper, onFailed: (reason: string) => void): Promise<void> {
  const { signal } = keeper.stopping
  let waitMs = siteRestartFirstMs
  for (let run = keeper.running, isFirst = true; run !== undefined; isFirst = false) {
    const { reason, workedMs } = await howItWent(run)
    keeper.running = undefined
    if (signal.aborted) return
    if (isFirst && workedMs === undefined) return onFailed(reason)
    waitMs = (workedMs ?? 0) >= siteRecoveredMs ? siteRestartFirstMs : waitMs
    keeper.words.onEnd(`ended: ${reason}. It is started again in ${waitMs / 1000} s; cameras and officers are refused until then`)
    await pause(waitMs, undefined, { signal }).catch(() => {})
    waitMs = Math.min(waitMs * 2, siteRestartLastMs)
    run = keeper.running = signal.aborted ? undefined : keeper.begin()
  }
}

/** Why a run ended, and how long the site took work before; undefined when it never did. */
async function howItWent({ ready, ended }: SiteProcess): Promise<{ readonly reason: string; readonly workedMs: number | undefined }> {
  let readyAtMs: number | undefined
  void ready.then(() => (readyAtMs = performance.now()))
  const reason = (await ended) ?? 'it was stopped from outside'
  return { reason, workedMs: readyAtMs === undefined ? undefined : performance.now() - readyAtMs }
}
