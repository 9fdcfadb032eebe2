import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { epochMsOf, instantOfEpochMs, type By } from '#values'
import { askRefundEveryMinutes } from '../limits.ts'
import { followRefund } from '../payment/refund-payment.store.ts'
import { knownRefunds, noteLooked, openRefunds, type OpenRefund } from './card-refund.store.ts'
import { askPayment, askRefunds, beginRefund, isPayAway, type GovPay } from './gov-pay.feed.ts'
import type { PayRefund } from './pay-shapes.ts'

export interface CardDesk {
  readonly db: Database
  readonly clock: Clock
  readonly pay: GovPay
}

/** Hands approved refunds to the card service, and asks after those it has. One that cannot be reached is tried again; nothing is paid back twice. */
export async function followRefunds({ db, clock, pay }: CardDesk): Promise<void> {
  const lookedBefore = instantOfEpochMs(epochMsOf(clock.now()) - askRefundEveryMinutes * 60_000)
  for (const refund of await openRefunds(db, lookedBefore)) {
    await noteLooked(db, refund.id, { looked_at: clock.now() })
    try {
      const told = refund.status === 'asked' ? await handOver({ db, clock, pay }, refund) : await askAfter(pay, refund)
      if (told !== undefined) await followRefund(db, refund.id, { status: told.status, refundId: told.refund_id, why: 'why' in told ? told.why : wordsFor(told.status) }, cardDesk(clock))
    } catch (fault) {
      if (!isPayAway(fault)) throw fault
    }
  }
}

type Told = Pick<PayRefund, 'status'> & { readonly refund_id: string | null; readonly why?: string }

/** What is left to pay back is asked first, and sent along: the card service refuses when it is another amount by then. */
async function handOver({ db, clock, pay }: CardDesk, { id, providerId, amountPence, wasTried }: OpenRefund): Promise<Told | undefined> {
  if (wasTried) {
    const known = await knownRefunds(db, providerId)
    const taken = (await askRefunds(pay, providerId)).find((refund) => refund.amount === amountPence && !known.has(refund.refund_id))
    if (taken !== undefined) return taken
  }
  const summary = (await askPayment(pay, providerId)).refund_summary
  // A payment may be paid back a while after it was made; until then it is pending.
  if (summary === undefined || summary.status === 'pending') return undefined
  if (summary.status !== 'available' || summary.amount_available < amountPence) return { status: 'error', refund_id: null, why: 'The card service has less left of this payment to pay back' }
  await noteLooked(db, id, { tried_at: clock.now() })
  return beginRefund(pay, providerId, { amountPence, availablePence: summary.amount_available })
}

async function askAfter(pay: GovPay, { providerId, refundId }: OpenRefund): Promise<Told | undefined> {
  return (await askRefunds(pay, providerId)).find((refund) => refund.refund_id === refundId)
}

function wordsFor(status: PayRefund['status']): string {
  return status === 'error' ? 'The card or its bank did not take it' : 'The card service said so'
}

export function cardDesk(clock: Clock): By {
  return { officerId: 'card-service', name: 'Card service', role: 'machine', site: 'centre', at: clock.now(), reason: 'The card service was asked' }
}
