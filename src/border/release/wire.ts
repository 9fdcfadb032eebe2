import type { AllowedTargets } from '#platform/outgoing'
import type { Wiring } from '#platform/web'
import { markingPage } from './marking/marking.page.ts'
import { outboxPage } from './outbox/outbox.page.ts'
import { releaseFeed } from './outbox/release.feed.ts'
import { clearCanaryAction, partnerPage } from './partner/partner.page.ts'
import { partnersPage } from './partner/partners.page.ts'
import { registerPartnerPage, stopReleasePage } from './partner/register-partner.page.ts'
import { receiveFeed } from './received/receive.feed.ts'
import { declineEntryAction, receivedPage, takeEntryPage } from './received/received.page.ts'
import { seePartners } from './rights.ts'
import { proposeRulePage } from './rule/propose-rule.page.ts'
import { answerRuleAction, rulePage } from './rule/rule.page.ts'
import { releasedPage } from './vehicle/released.page.ts'
import { answerForPartnerPage, withdrawalsPage } from './withdrawal/withdrawals.page.ts'

/** Mounted at the centre alone, where everything arrives and the lists are kept. */
export function release(allowed: AllowedTargets, ca?: string): Wiring {
  return {
    nav: [{ href: '/partners', en: 'Partners', fr: 'Partenaires', right: seePartners }],
    pages: [
      partnersPage, registerPartnerPage, partnerPage, stopReleasePage, clearCanaryAction, proposeRulePage(allowed), rulePage, answerRuleAction,
      outboxPage, withdrawalsPage, answerForPartnerPage, receivedPage, takeEntryPage, declineEntryAction, markingPage, releasedPage,
    ],
    feeds: [releaseFeed(allowed, ca), receiveFeed],
  }
}
