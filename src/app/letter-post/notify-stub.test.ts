import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { settableClock } from '#platform/clock'
import { notifyToken } from '#platform/post'
import { DeliveryReceipt, ErrorResponse, GetMultipleMessagesResponse, GetOneMessageResponse, ReturnedLetter, SendEmailResponse, SendPrecompiledLetterResponse } from '#test/notify-shapes'
import { instant } from '#values'
import { notifyStub } from './notify-stub.ts'

const key = { issuer: '26785a09-ab16-4eb0-8407-a37497a57506', secret: '3d844edf-8d35-48ac-975b-e847b4f122b0' }
const clock = settableClock(instant('2026-03-02T09:00:00Z'))
const pdf = Buffer.from('%PDF-1.7').toString('base64')
const letter = { reference: 'dispatch-1', content: pdf, postage: 'second' }
const email = (to: string) => ({
  reference: 'dispatch-2', email_address: to, template_id: 'f33517ff-2a88-4f6e-b855-c550268ce08a',
  personalisation: { subject: 'A letter', text: 'Behind the link', link_to_file: { file: pdf, filename: 'letter.pdf', retention_period: '26 weeks', confirm_email_before_download: true } },
})

function aStub() {
  const stub = notifyStub(clock, key, () => true)
  return { stub, ask: (path: string, body?: unknown) => stub.ask(path, `Bearer ${notifyToken(key, clock.now())}`, body) }
}

describe('the made-up Notify speaks as the real one publishes', () => {
  test('when it takes a letter and an e-mail', () => {
    const { ask } = aStub()
    SendPrecompiledLetterResponse.parse(ask('/v2/notifications/letter', letter).body)
    SendEmailResponse.parse(ask('/v2/notifications/email', email('reader@example.com')).body)
  })
  test('when it is asked after one and after all of a reference', () => {
    const { stub, ask } = aStub()
    ask('/v2/notifications/letter', letter)
    ask('/v2/notifications/email', email('reader@example.com'))
    for (const { id } of stub.taken()) GetOneMessageResponse.parse(ask(`/v2/notifications/${id}`).body)
    assert.equal(GetMultipleMessagesResponse.parse(ask('/v2/notifications?reference=dispatch-1').body).notifications.length, 1)
  })
  test('when it reports: each e-mail’s end, each letter that came back, twice each', () => {
    const { stub, ask } = aStub()
    ask('/v2/notifications/letter', letter)
    ask('/v2/notifications/email', email('perm-fail@simulator.notify'))
    const told = [stub.moveOn(), stub.moveOn()].flat()
    const of = (path: string) => told.filter((each) => each.path === path).map(({ body }) => body)
    assert.deepEqual(of('receipts').map((body) => DeliveryReceipt.parse(body).status), ['permanent-failure', 'permanent-failure'])
    assert.deepEqual(of('returned-letters').map((body) => ReturnedLetter.parse(body).reference), ['dispatch-1', 'dispatch-1'])
  })
  test('when it refuses: a field, a file, a token, a clock, an unknown id, and too many in a minute', () => {
    const { stub, ask } = aStub()
    const refused = [
      ask('/v2/notifications/letter', { content: pdf }), ask('/v2/notifications/letter', { ...letter, postage: 'third' }), ask('/v2/notifications/letter', { ...letter, extra: 1 }), ask('/v2/notifications/letter', { ...letter, content: Buffer.from('no').toString('base64') }),
      ask('/v2/notifications/email', email('nobody')), stub.ask('/v2/notifications/letter', 'Bearer none', letter),
      stub.ask('/v2/notifications/letter', `Bearer ${notifyToken({ ...key, secret: 'another' }, clock.now())}`, letter), stub.ask('/v2/notifications/letter', `Bearer ${notifyToken(key, instant('2026-03-02T09:00:31Z'))}`, letter), ask('/v2/notifications/740e5834-3a29-46b4-9a6f-16142fde533a'),
    ]
    assert.deepEqual(refused.map(({ status, body }) => [status, ErrorResponse.parse(body).status_code]), [400, 400, 400, 400, 400, 401, 403, 403, 404].map((status) => [status, status]))
    const last = Array.from({ length: 3000 }, () => ask('/v2/notifications?reference=dispatch-9')).at(-1)
    assert.equal(ErrorResponse.parse(last?.body).errors[0]?.error, 'RateLimitError')
  })
})
