import { CannotStart } from '#platform/config'
import { newId } from '#platform/identity'
import { waysTo } from '#platform/outgoing'
import { cardPayments, payByCard } from '../../casework/penalties/wire.ts'
import type { AtBothDoors } from '../at-both-doors.ts'
import type { SiteParts } from '../wirings.ts'
import { demoPayFeed } from './pay-stub.feed.ts'

/** Where GOV.UK Pay is, unless a setting says otherwise. */
const payAddress = 'https://publicapi.payments.service.gov.uk:443'

/** The payer waits meanwhile; an answer is a payment and its links, about 2 kB. */
const limits = { timeoutMs: 10_000, answerMaxBytes: 64 * 1024 }

/** Nobody at a demonstration waits an hour to see what a bank decided. */
const demoRhythm = { refundsMs: 5_000, disputesMs: 5_000 }

/** The way to pay by card: a made-up service in a demonstration, GOV.UK Pay where the settings name it, and otherwise none. */
export function mountCardPay(parts: SiteParts): AtBothDoors {
  return parts.mode === 'demo' ? demonstrationPay(parts) : realPay(process.env)
}

const none: AtBothDoors = { staff: cardPayments(undefined), public: [] }

function demonstrationPay({ publicPort = 0 }: SiteParts): AtBothDoors {
  if (publicPort === 0) return none
  const here = `http://127.0.0.1:${publicPort}`
  const [apiKey, signingSecret] = [newId(), newId()]
  const ways = waysTo(here, limits)
  const pay = { address: `${here}/demo-pay`, apiKey, signingSecret, ...ways }
  return { staff: cardPayments({ publicUrl: here, pay, rhythm: demoRhythm }), public: [payByCard(pay, here), { feeds: [demoPayFeed({ apiKey, signingSecret, here, send: ways.send })] }] }
}

function realPay(env: Readonly<Record<string, string | undefined>>): AtBothDoors {
  const [apiKey, signingSecret, publicUrl] = [env['JUXTA_PAY_KEY'] ?? '', env['JUXTA_PAY_SIGNING_SECRET'] ?? '', env['JUXTA_PUBLIC_URL'] ?? '']
  if (apiKey === '') return none
  if (signingSecret === '' || publicUrl === '') throw new CannotStart('JUXTA_PAY_KEY is set. Set JUXTA_PAY_SIGNING_SECRET as well, by which its messages are known, and JUXTA_PUBLIC_URL, to which payers come back.')
  const address = env['JUXTA_PAY_ADDRESS'] ?? payAddress
  const pay = { address, apiKey, signingSecret, ...waysTo(address, limits) }
  return { staff: cardPayments({ publicUrl, pay }), public: [payByCard(pay, publicUrl)] }
}
