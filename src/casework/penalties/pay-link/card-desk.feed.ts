import { sweeping } from '#platform/clock'
import type { Feed } from '#platform/web'
import { askDisputesEveryMs, cardDeskSweepMs } from '../limits.ts'
import { followDisputes } from './follow-disputes.feed.ts'
import { followRefunds } from './follow-refunds.feed.ts'
import type { GovPay } from './gov-pay.feed.ts'

export interface Rhythm {
  readonly refundsMs: number
  readonly disputesMs: number
}

/** What the centre asks of the card service by itself: refunds to pay and to follow, and disputes. */
export function cardDeskFeed(pay: GovPay, { refundsMs, disputesMs }: Rhythm = { refundsMs: cardDeskSweepMs, disputesMs: askDisputesEveryMs }): Feed {
  return {
    name: 'card-desk',
    mount: (part, { db, clock, site, audience, onFault }) => {
      if (site !== 'centre' || audience === 'public') return
      const tell = (fault: unknown) => onFault?.(fault, 'card service')
      const sweeps = [sweeping(() => followRefunds({ db, clock, pay }), refundsMs, tell), sweeping(() => followDisputes({ db, clock, pay }), disputesMs, tell)]
      for (const sweep of sweeps) sweep.soon()
      part.addHook('onClose', async () => void (await Promise.all(sweeps.map((sweep) => sweep.close()))))
    },
  }
}
