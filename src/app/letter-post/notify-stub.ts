import { z } from 'zod'
import type { Clock } from '#platform/clock'
import { newId } from '#platform/identity'
import { notifyToken, type NotifyKey } from '#platform/post'
import { epochMsOf, instantOfEpochMs, type Instant } from '#values'

/** What GOV.UK Notify answers: a status and JSON. */
export interface StubAnswer {
  readonly status: number
  readonly body: object
}

interface Kept {
  readonly id: string
  readonly reference: string
  readonly type: 'letter' | 'email'
  readonly to: string
  readonly createdAt: Instant
  status: string
}

/** What it would post to us, to which of the two addresses. */
export interface StubCallback {
  readonly path: 'receipts' | 'returned-letters'
  readonly body: object
}

const letterRequest = z.strictObject({ reference: z.string('reference is a required property').max(1000), content: z.string(), postage: z.enum(['first', 'second', 'economy'], 'postage invalid. It must be either first, second or economy.').optional() })
const emailRequest = z.strictObject({
  email_address: z.email('email_address Not a valid email address'), template_id: z.uuid('template_id is not a valid UUID'), reference: z.string().max(1000).optional(),
  personalisation: z.strictObject({
    subject: z.string(), text: z.string(),
    link_to_file: z.strictObject({ file: z.string(), filename: z.string().max(100), retention_period: z.string().regex(/^([1-9]|1\d|2[0-6]) weeks$/), confirm_email_before_download: z.boolean() }),
  }),
})

/** A clock further off than this is not believed. */
const clockSlackMs = 30_000

/** How many requests a minute one key may make. */
const requestsPerMinute = 3000

/** The largest file behind a link, in bytes. */
const fileMaxBytes = 2 * 1024 * 1024

const endings: Readonly<Record<string, string>> = { 'temp-fail@simulator.notify': 'temporary-failure', 'perm-fail@simulator.notify': 'permanent-failure' }

/**
 * GOV.UK Notify as far as letters and e-mails go, made up: its published requests, answers, errors and callbacks, and nothing that leaves this process.
 * `comesBack` says which letters the post will bring back.
 */
export function notifyStub(clock: Clock, key: NotifyKey, comesBack: (reference: string) => boolean) {
  const kept = new Map<string, Kept>()
  const admitted = admission(clock, key)
  const keep = (one: Omit<Kept, 'id' | 'createdAt'>): Kept => {
    const all = { ...one, id: newId(), createdAt: clock.now() }
    kept.set(all.id, all)
    return all
  }
  return {
    /** `POST` when there is a body, `GET` else; the path begins with `/v2/`. */
    ask: (path: string, authorization: string, body?: unknown): StubAnswer => {
      const refused = admitted(authorization)
      if (refused !== undefined) return refused
      if (path === '/v2/notifications/letter') return takeLetter(body, keep)
      if (path === '/v2/notifications/email') return takeEmail(body, keep)
      const [, reference] = /^\/v2\/notifications\?reference=([\w-]+)$/.exec(path) ?? []
      if (reference !== undefined) return { status: 200, body: { notifications: [...kept.values()].filter((each) => each.reference === reference).map(shown), links: { current: path } } }
      const found = kept.get(path.replace('/v2/notifications/', ''))
      return found === undefined ? fault(404, 'NoResultFound', 'No result found') : { status: 200, body: shown(found) }
    },
    /** Everything moves on by one step; what it would tell us, each thing twice and none of it in order. */
    moveOn: (): readonly StubCallback[] => [...kept.values()].flatMap((each) => step(each, clock.now(), comesBack)).toReversed(),
    taken: (): readonly Readonly<Kept>[] => [...kept.values()],
  }
}

/** The token, the clock behind it, and how often one may ask. */
function admission(clock: Clock, key: NotifyKey): (authorization: string) => StubAnswer | undefined {
  let minute = { at: 0, requests: 0 }
  return (authorization) => {
    const nowMs = epochMsOf(clock.now())
    minute = nowMs - minute.at < 60_000 ? { at: minute.at, requests: minute.requests + 1 } : { at: nowMs, requests: 1 }
    if (minute.requests > requestsPerMinute) return fault(429, 'RateLimitError', `Exceeded rate limit for key type live of ${requestsPerMinute} requests per 60 seconds`)
    const token = authorization.replace(/^Bearer /, '')
    const issuedAt = z.object({ iat: z.number() }).safeParse(partOf(token))
    if (!issuedAt.success) return fault(401, 'AuthError', 'Unauthorized: authentication token must be provided')
    if (Math.abs(nowMs - issuedAt.data.iat * 1000) > clockSlackMs) return fault(403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds')
    return token === notifyToken(key, instantOfEpochMs(issuedAt.data.iat * 1000)) ? undefined : fault(403, 'AuthError', 'Invalid token: API key not found')
  }
}

type Keep = (one: Omit<Kept, 'id' | 'createdAt'>) => Kept

function takeLetter(body: unknown, keep: Keep): StubAnswer {
  const asked = letterRequest.safeParse(body)
  if (!asked.success) return invalid(asked.error)
  if (!Buffer.from(asked.data.content, 'base64').subarray(0, 5).equals(Buffer.from('%PDF-'))) return fault(400, 'BadRequestError', 'Letter content is not a valid PDF')
  const { id, reference } = keep({ type: 'letter', reference: asked.data.reference, to: '', status: 'accepted' })
  return { status: 201, body: { id, reference, postage: asked.data.postage ?? 'second' } }
}

function takeEmail(body: unknown, keep: Keep): StubAnswer {
  const asked = emailRequest.safeParse(body)
  if (!asked.success) return invalid(asked.error)
  const { email_address: to, reference = '', template_id: template, personalisation } = asked.data
  if (Buffer.from(personalisation.link_to_file.file, 'base64').length > fileMaxBytes) return fault(400, 'BadRequestError', 'File is larger than 2MB')
  const { id } = keep({ type: 'email', reference, to, status: 'created' })
  const content = { subject: personalisation.subject, body: personalisation.text, from_email: 'demo@notifications.invalid' }
  return { status: 201, body: { id, reference, content, uri: `/v2/notifications/${id}`, template: { id: template, version: 1, uri: `/v2/template/${template}` }, scheduled_for: null } }
}

export type NotifyStub = ReturnType<typeof notifyStub>

function step(each: Kept, now: Instant, comesBack: (reference: string) => boolean): readonly StubCallback[] {
  if (each.type === 'letter') {
    if (each.status === 'received' && comesBack(each.reference)) {
      each.status = 'returned'
      const body = { notification_id: each.id, reference: each.reference, date_sent: each.createdAt, sent_by: null, template_name: 'Pre-compiled PDF', template_id: each.id, template_version: 1, spreadsheet_file_name: null, spreadsheet_row_number: null, upload_letter_file_name: null }
      return [{ path: 'returned-letters', body }, { path: 'returned-letters', body }]
    }
    if (each.status === 'accepted') each.status = 'received'
    return []
  }
  if (each.status === 'created') {
    each.status = 'sending'
    return []
  }
  if (each.status !== 'sending') return []
  each.status = endings[each.to] ?? 'delivered'
  const body = { id: each.id, reference: each.reference, to: each.to, status: each.status, created_at: each.createdAt, completed_at: now, sent_at: each.createdAt, notification_type: 'email', template_id: each.id, template_version: 1 }
  return [{ path: 'receipts', body }, { path: 'receipts', body }]
}

function shown({ id, reference, type, to, createdAt, status }: Kept): object {
  const template = { id, version: 1, uri: `/v2/template/${id}` }
  const [email_address, subject] = type === 'email' ? [to, 'A letter'] : [null, null]
  return { id, reference, type, status: status === 'returned' ? 'received' : status, email_address, template, body: '', subject, created_at: createdAt, created_by_name: null, sent_at: createdAt, completed_at: null }
}

function fault(status: number, error: string, message: string): StubAnswer {
  return { status, body: { status_code: status, errors: [{ error, message }] } }
}

function invalid(problems: z.ZodError): StubAnswer {
  return { status: 400, body: { status_code: 400, errors: problems.issues.map(({ message }) => ({ error: 'ValidationError', message })) } }
}

function partOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
