import { refusedRetryMs, retryFirstMs, retryLastMs, retrySpread } from './limits.ts'
import type { LineReason } from './line.ts'

/** How long to wait before trying a line again. `chance` is from 0 to 1. */
export function waitBeforeMs(tries: number, reason: LineReason, chance: number): number {
  if (reason === 'credentials-refused') return refusedRetryMs
  const doubled = Math.min(retryLastMs, retryFirstMs * 2 ** Math.min(Math.max(0, tries - 1), 16))
  return Math.round(doubled * (1 - retrySpread / 2 + retrySpread * chance))
}
