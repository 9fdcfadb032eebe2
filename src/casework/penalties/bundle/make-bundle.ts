import { announce, refuse, type Decision } from '#platform/decisions'
import type { Appeal, AppealBundleMade } from '../appeal/appeal.ts'

/** A bundle may be made at any time, after the court has decided too: an onward appeal asks for one. */
export function makeBundle(appeal: Appeal | undefined, made: Omit<AppealBundleMade, 'type'>): Decision<AppealBundleMade> {
  if (appeal === undefined) return refuse('no-such-appeal')
  return announce({ type: 'appeal-bundle-made', ...made })
}
