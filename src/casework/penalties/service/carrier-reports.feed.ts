import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { anyone, type Feed } from '#platform/web'
import type { Clock } from '#platform/clock'
import { isRefused } from '#platform/decisions'
import type { Database } from '#platform/database'
import { instant, type Instant } from '#values'
import { carrierReportMaxBytes } from '../letter-limits.ts'
import { named } from '../penalty/penalty.ts'
import { changeDispatch } from './change-dispatch.store.ts'
import { keepUnmatched } from './lane.store.ts'
import { postRoom } from './send-letters.feed.ts'
import { takeReport, type Report } from './take-report.ts'

const moment = z.iso.datetime({ offset: true }).transform(instant).nullish()

/** What GOV.UK Notify posts of an e-mail, as far as we use it. */
const receipt = z.object({
  reference: z.string().nullable(),
  status: z.enum(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure']),
  completed_at: moment,
  sent_at: moment,
})

/** What it posts of a letter that came back, which may be weeks after it has forgotten the letter itself. */
const returned = z.object({ reference: z.string().nullable(), date_sent: moment })

interface Heard {
  readonly kind: 'receipt' | 'returned-letter'
  readonly reference: string | null
  readonly report: Report
  readonly body: object
}

/**
 * `POST /notify/receipts` and `/notify/returned-letters` at the public door, with the bearer token that was agreed. A report that fits no letter
 * is kept for a person. The answer is 200 for whatever was understood, also the second time: anything else is sent again.
 */
export function carrierReports(token: string): Feed {
  return {
    name: 'carrier-reports',
    mount: (part, { db, clock, audience, site }) => {
      if (site !== 'centre' || audience !== 'public' || token === '') return
      const options = { config: { right: anyone }, bodyLimit: carrierReportMaxBytes }
      part.post('/notify/receipts', options, (request, reply) => answer({ db, clock, token }, request, reply, (body) => heardReceipt(body, clock.now())))
      part.post('/notify/returned-letters', options, (request, reply) => answer({ db, clock, token }, request, reply, (body) => heardReturn(body, clock.now())))
    },
  }
}

function heardReceipt(body: unknown, now: Instant): Heard | undefined {
  const { success, data } = receipt.safeParse(body)
  if (!success) return undefined
  const standing = data.status === 'delivered' ? 'delivered' : 'failed'
  return { kind: 'receipt', reference: data.reference, body: data, report: { standing, word: `GOV.UK Notify: ${data.status}`, at: data.completed_at ?? data.sent_at ?? now } }
}

function heardReturn(body: unknown, now: Instant): Heard | undefined {
  const { success, data } = returned.safeParse(body)
  if (!success) return undefined
  const sent = data.date_sent === null || data.date_sent === undefined ? '' : `, sent ${data.date_sent}`
  return { kind: 'returned-letter', reference: data.reference, body: data, report: { standing: 'returned', word: `GOV.UK Notify reports it returned${sent}`, at: now } }
}

interface Listening {
  readonly db: Database
  readonly clock: Clock
  readonly token: string
}

async function answer({ db, clock, token }: Listening, request: FastifyRequest, reply: FastifyReply, read: (body: unknown) => Heard | undefined): Promise<FastifyReply> {
  if (!isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return reply.status(401).send({ errors: [{ message: 'Not the agreed token' }] })
  const heard = read(request.body)
  if (heard === undefined) return reply.status(400).send({ errors: [{ message: 'Not a report we understand' }] })
  const by = postRoom(clock, 'A carrier reported')
  const isOurs = z.uuid().safeParse(heard.reference).success
  const decision = isOurs ? await changeDispatch(db, heard.reference ?? '', by, (dispatch) => (dispatch === undefined ? { refused: 'no-such-dispatch' } : takeReport(dispatch, heard.report, { by: named(by), now: clock.now() }))) : undefined
  if (decision === undefined || isRefused(decision)) await keepUnmatched(db, { received_at: clock.now(), kind: heard.kind, reference: heard.reference, body: heard.body })
  return reply.status(200).send({})
}

/** In the same time whatever is wrong with it. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
