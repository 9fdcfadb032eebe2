import { page } from '#platform/web'
import { cardService } from '../payment/account.ts'
import { balanceOf } from '../payment/balance.store.ts'
import { seeLedger } from '../rights.ts'
import { latestDisputes } from './card-dispute.store.ts'
import { refundsUnderWay } from './card-refund.store.ts'
import { cardRefundWords, disputeReasonWords, disputeWords } from './words.ts'

/** What the card service has of ours: what it still has to pay out, refunds on their way, and what payers' banks were asked. */
export const cardsPage = page({
  path: '/ledger/cards',
  right: seeLedger,
  template: 'casework/penalties/pay-link/cards.njk',
  show: async (_input, { db }) => ({
    owedByServicePence: await balanceOf(db, cardService),
    refunds: (await refundsUnderWay(db)).map((refund) => ({ ...refund, state: cardRefundWords[refund.status] })),
    disputes: (await latestDisputes(db)).map((dispute) => ({ ...dispute, state: disputeWords[dispute.status], because: disputeReasonWords(dispute.reason) })),
  }),
})
