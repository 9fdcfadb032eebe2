import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import type { z } from 'zod'
import { settableClock } from '#platform/clock'
import { emailStatuses, ErrorResponse, GetMultipleMessagesResponse, letterStatuses, SendEmailRequest, SendPrecompiledLetterRequest } from '#test/notify-shapes'
import { instant } from '#values'
import { notifyCarrier, readNotifyKey } from './door.ts'

const [service, secret] = ['26785a09-ab16-4eb0-8407-a37497a57506', '3d844edf-8d35-48ac-975b-e847b4f122b0']
const clock = settableClock(instant('2026-03-02T09:00:00.900Z'))
const id = '740e5834-3a29-46b4-9a6f-16142fde533a'

interface Asked {
  readonly address: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** The adapter with a service that answers this, whatever it is asked. */
function answering(status: number, body: unknown) {
  const asked: Asked[] = []
  const answer = (address: string, sent: string | undefined, headers: Readonly<Record<string, string>>) => {
    asked.push({ address, headers, body: sent === undefined ? undefined : JSON.parse(sent) })
    return Promise.resolve({ status, body: typeof body === 'string' ? body : JSON.stringify(body) })
  }
  const carrier = notifyCarrier(
    { address: 'https://notify.example', key: readNotifyKey(`a_key-${service}-${secret}`), emailTemplate: 'f33517ff-2a88-4f6e-b855-c550268ce08a' },
    { clock, send: (address, sent, headers) => answer(address, sent, headers), ask: (address, headers) => answer(address, undefined, headers) },
  )
  return { carrier, asked }
}

const fault = (status: number, error: string): z.output<typeof ErrorResponse> => ErrorResponse.parse({ status_code: status, errors: [{ error, message: 'As the table of errors says it' }] })
const letter = { reference: 'dispatch-1', pdf: new TextEncoder().encode('%PDF-1.7') }
const email = { reference: 'dispatch-2', to: 'reader@example.com', subject: 'A letter', text: 'Behind the link', file: { name: 'JX-2026-000001-D1.pdf', bytes: letter.pdf } }

describe('what is asked of GOV.UK Notify', () => {
  test('a letter is the published request for a precompiled one', async () => {
    const { carrier, asked } = answering(201, { id, reference: letter.reference, postage: 'second' })
    assert.deepEqual(await carrier.letter?.(letter), { answer: 'taken', carrierId: id })
    assert.equal(asked[0]?.address, 'https://notify.example/v2/notifications/letter')
    assert.equal(Buffer.from(SendPrecompiledLetterRequest.parse(asked[0]?.body).content, 'base64').toString(), '%PDF-1.7')
  })
  test('an e-mail is the published request with a file behind a link, kept no longer than it may be', async () => {
    const { carrier, asked } = answering(201, { id })
    assert.deepEqual(await carrier.email?.(email), { answer: 'taken', carrierId: id })
    assert.equal(asked[0]?.address, 'https://notify.example/v2/notifications/email')
    assert.equal(SendEmailRequest.parse(asked[0]?.body).personalisation.link_to_file.confirm_email_before_download, true)
  })
  test('bears a token of its own moment: HS256 with the secret, from the service, in whole seconds', async () => {
    const { carrier, asked } = answering(201, { id })
    await carrier.letter?.(letter)
    const [head = '', claims = '', signature] = (asked[0]?.headers['authorization'] ?? '').replace('Bearer ', '').split('.')
    const part = (of: string): unknown => JSON.parse(Buffer.from(of, 'base64url').toString())
    assert.deepEqual(part(head), { typ: 'JWT', alg: 'HS256' })
    assert.deepEqual(part(claims), { iss: service, iat: 1_772_442_000 })
    assert.equal(signature, createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url'))
  })
  test('a key that is none is refused, and the error does not repeat it', () => {
    assert.throws(() => readNotifyKey('my-secret'), (error: Error) => /ends in two UUIDs/.test(error.message) && !error.message.includes('my-secret'))
  })
})

describe('what GOV.UK Notify answers', () => {
  for (const [status, error] of [[403, 'BadRequestError'], [429, 'RateLimitError'], [429, 'TooManyRequestsError'], [500, 'Exception']] as const) {
    test(`${status} ${error} is asked again later, with its own words kept`, async () => {
      assert.deepEqual(await answering(status, fault(status, error)).carrier.letter?.(letter), { answer: 'not-now', why: `${error}: As the table of errors says it` })
    })
  }
  for (const error of ['ValidationError', 'BadRequestError']) {
    test(`400 ${error} will be the same tomorrow`, async () => {
      assert.partialDeepStrictEqual(await answering(400, fault(400, error)).carrier.letter?.(letter), { answer: 'refused' })
    })
  }
  test('a page of somebody else’s is asked again later, and never taken for an answer', async () => {
    assert.deepEqual(await answering(502, '<html>').carrier.letter?.(letter), { answer: 'not-now', why: 'answered 502' })
    await assert.rejects(async () => answering(201, '<html>').carrier.letter?.(letter))
    await assert.rejects(async () => answering(200, { notifications: 'none' }).carrier.find?.('dispatch-1'))
  })
  test('a letter is found again by our reference', async () => {
    const one = { id, reference: 'dispatch-1', type: 'letter', status: 'received', email_address: null, template: { id, version: 1, uri: '/v2/template' }, body: '', subject: null, created_at: '2026-03-02T09:00:00.000000Z', created_by_name: null, sent_at: null, completed_at: null }
    const listed = GetMultipleMessagesResponse.parse({ notifications: [one], links: { current: 'https://notify.example/v2/notifications?reference=dispatch-1' } })
    const { carrier, asked } = answering(200, listed)
    assert.deepEqual(await carrier.find?.('dispatch-1'), { carrierId: id, standing: 'dispatched', word: 'received' })
    assert.equal(asked[0]?.address, 'https://notify.example/v2/notifications?reference=dispatch-1')
  })
  test('one that it has forgotten is nowhere', async () => assert.equal(await answering(404, fault(404, 'NoResultFound')).carrier.whereabouts?.(id), undefined))

  const standings = {
    'accepted': 'waiting', 'pending-virus-check': 'waiting', 'received': 'dispatched', 'cancelled': 'failed', 'virus-scan-failed': 'failed', 'validation-failed': 'failed',
    'created': 'waiting', 'sending': 'dispatched', 'delivered': 'delivered', 'permanent-failure': 'failed', 'temporary-failure': 'failed', 'technical-failure': 'failed',
  } as const
  for (const status of new Set([...letterStatuses, ...emailStatuses])) {
    test(`“${status}” is ${standings[status]}, and a letter is never delivered by silence`, async () => {
      assert.deepEqual(await answering(200, { id, status }).carrier.whereabouts?.(id), { carrierId: id, standing: standings[status], word: status })
    })
  }
})
