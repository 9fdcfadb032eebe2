import { messagesPerTurn, partnersAtOnce } from '../limits.ts'
import { allPartners } from '../partner/partner.store.ts'
import type { Partner } from '../partner/partner.ts'
import { begin } from './begin.feed.ts'
import { deliver, type Sender } from './deliver.feed.ts'
import { tellNextKey } from './tell-next-key.feed.ts'

/** Sends what is due to every partner, a few of them side by side; each in its own order. True where a turn ended with more to do. */
export async function sendDue(sender: Sender): Promise<boolean> {
  const waiting = [...(await allPartners(sender.db))]
  let more = false
  const serve = async (): Promise<void> => {
    for (let partner = waiting.shift(); partner !== undefined; partner = waiting.shift()) more = (await sendTo(sender, partner)) || more
  }
  await Promise.all(Array.from({ length: partnersAtOnce }, serve))
  return more
}

/** One turn for one partner. A message without an answer ends it, because what comes behind must not overtake. */
async function sendTo(sender: Sender, partner: Partner): Promise<boolean> {
  await tellNextKey(sender, partner)
  for (let sent = 0; sent < messagesPerTurn; sent += 1) {
    const step = await begin(sender, partner.id)
    if (step === 'idle') return false
    if (step !== 'settled' && (await deliver(sender, step)) === 'unknown') return false
  }
  return true
}
