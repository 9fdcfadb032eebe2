import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Database } from '#platform/database'
import type { ListedPlate } from '../match-set/evidence.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import { estimating, type Estimate } from './estimate.ts'
import { likelyTraffic } from './likely-traffic.ts'
import { estimatesKept, passingMin } from './limits.ts'
import { platesPassedLately } from './passing.store.ts'

export interface ListEstimate extends Estimate {
  readonly listed: number
  /** Plates that passed and from which the traffic was learned. */
  readonly passed: number
}

/** Estimates take about a second, so each is kept until its list, the traffic's hour or the model changes. */
const kept = new WeakMap<Database, Map<string, Promise<ListEstimate>>>()

export interface Estimating extends Sample {
  readonly listId: string
  /** Names the hour. */
  readonly asOf: string
}

/** What settings of a list would come to, for today's list and the traffic of late. */
export async function estimateFor(db: Database, { listId, sample, listed, model, asOf }: Estimating): Promise<ListEstimate> {
  const key = [listId, listed, sample.map(({ entryId }) => entryId), model.version, asOf].join(' ')
  const mine = kept.get(db) ?? new Map<string, Promise<ListEstimate>>()
  kept.set(db, mine)
  const known = mine.get(key)
  if (known !== undefined) return known
  const making = estimate(db, { sample, listed, model })
  mine.set(key, making)
  for (const old of [...mine.keys()].slice(0, Math.max(0, mine.size - estimatesKept))) mine.delete(old)
  const made = await making.catch((fault: unknown) => {
    mine.delete(key)
    throw fault
  })
  // At a site that has just begun the next vehicles change everything.
  if (made.passed < passingMin) mine.delete(key)
  return made
}

interface Sample {
  readonly sample: readonly ListedPlate[]
  readonly listed: number
  readonly model: ErrorModel
}

async function estimate(db: Database, { sample, listed, model }: Sample): Promise<ListEstimate> {
  const passed = await platesPassedLately(db)
  const steps = estimating({ model, traffic: likelyTraffic(passed), sample, listed })
  for (;;) {
    const step = steps.next()
    if (step.done) return { ...step.value, listed, passed: passed.length }
    await othersFirst()
  }
}
