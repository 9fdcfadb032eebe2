import type { Judgement } from '../judge/judge.ts'
import { mayHold, type Item } from './item.ts'

/** What is due to a partner for one record: a new message, the same one again, or nothing. */
export type Due = 'release' | 'release-again' | 'withdraw' | 'withdraw-again' | 'nothing'

/** On its way, so that what is due is said again under the same key until it is answered. */
export function dueFor(item: Pick<Item, 'stage' | 'bodySha256' | 'heldBefore'> | undefined, judgement: Judgement, bodySha256: string | undefined): Due {
  if (!judgement.release) return dueToTakeBack(item)
  if (item === undefined) return 'release'
  const same = item.bodySha256 === bodySha256
  if (item.stage === 'sending') return same ? 'release-again' : 'release'
  if (item.stage === 'released' || item.stage === 'refused') return same ? 'nothing' : 'release'
  return 'release'
}

function dueToTakeBack(item: Pick<Item, 'stage' | 'heldBefore'> | undefined): Due {
  if (item === undefined) return 'nothing'
  if (item.stage === 'withdrawing') return 'withdraw-again'
  return mayHold(item) ? 'withdraw' : 'nothing'
}
