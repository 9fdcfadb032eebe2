import { announce, refuse, type Decision } from '#platform/decisions'
import { longestTechniqueMinutes } from '../limits.ts'
import type { NewStep, Search, TechniqueRecorded } from './search.ts'

/** Adds one technique and what it said. The same button pressed twice records it once. */
export function recordTechnique(search: Search | undefined, step: NewStep): Decision<TechniqueRecorded> {
  if (search === undefined) return refuse('no-such-search')
  if (search.steps.some(({ id }) => id === step.id)) return announce()
  if (search.stage === 'ended') return refuse('search-has-ended')
  if (step.result === 'not-done' && step.obstacle === null) return refuse('obstacle-needed')
  if (!Number.isInteger(step.minutes) || step.minutes < 0 || step.minutes > longestTechniqueMinutes) return refuse('minutes-out-of-range')

  const obstacle = step.result === 'not-done' ? step.obstacle : null
  return announce({ type: 'technique-recorded', step: { ...step, obstacle } })
}
