import { announce, refuse, type Decision } from '#platform/decisions'
import type { Search, TechniqueWithdrawn } from './search.ts'

/** Takes back a step recorded by mistake. It stays in the record, struck through, with the reason. */
export function withdrawTechnique(search: Search | undefined, stepId: string, because: string): Decision<TechniqueWithdrawn> {
  if (search === undefined) return refuse('no-such-search')
  if (search.stage === 'ended') return refuse('search-has-ended')
  const step = search.steps.find(({ id }) => id === stepId)
  if (step === undefined) return refuse('no-such-step')
  if (step.withdrawnBecause !== null) return announce()

  return announce({ type: 'technique-withdrawn', stepId, because })
}
