import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { after, describe, test } from 'node:test'
import { CannotStart } from '#platform/config'
import { allowedTargets, OutgoingRefused, sender } from './door.ts'

const limits = { timeoutMs: 300, answerMaxBytes: 100 }
const refusedAs = (reason: string) => (error: unknown) => error instanceof OutgoingRefused && error.reason === reason

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('the list of addresses that may be sent to', () => {
  const allowed = allowedTargets('https://partner.example:443, http://127.0.0.1:8080')
  test('is held to scheme, host and port exactly', () => {
    assert.equal(allowed.find('https://partner.example:443/in/messages')?.path, '/in/messages')
    const others = [
      'http://partner.example:443/in', 'https://partner.example:444/in', 'https://partner.example/in', 'https://partner.example.evil.example:443/in', 'https://user@partner.example:443/in', 'https://partner.example:443@evil.example:443/in',
      'https://evil.example:443#https://partner.example:443/in', 'https://partner.example:443\\@evil.example/in', 'https://partner.example:443/in?to=elsewhere', 'https://partner。example:443/in', 'http://127.1:8080/', 'http://2130706433:8080/', 'http://0x7f.1:8080/', 'http://[::1]:8080/', 'http://[::ffff:127.0.0.1]:8080/', 'http://localhost:8080/',
    ]
    assert.deepEqual(others.filter((address) => allowed.find(address) !== undefined), [])
  })
  test('lets a name lead to a public address, or into the range that is written behind it', () => {
    const named = allowed.find('https://partner.example:443/')?.rule
    assert.deepEqual(['93.184.215.14', '10.1.2.3', '127.0.0.1', '169.254.169.254', '::ffff:10.1.2.3', 'fd00::1'].map((address) => named?.(address)), [true, false, false, false, false, false])
    const ranged = allowedTargets('https://hub.example:443=10.20.0.0/16').find('https://hub.example:443/')?.rule
    assert.deepEqual(['10.20.1.1', '10.21.1.1', '93.184.215.14'].map((address) => ranged?.(address)), [true, false, false])
  })
  test('does not start with an address in clear, or with none at all', () => {
    for (const wrong of ['http://partner.example:80', 'https://partner.example', 'https://partner.example:443/path', 'partner']) assert.throws(() => allowedTargets(wrong), CannotStart, wrong)
  })
})

describe('a message sent out', () => {
  test('reaches the allowed address and brings back the answer', async () => {
    const origin = await listening((request, response) => request.on('data', (said: Buffer) => response.end(`${request.headers['x-key'] as string} ${said.toString()}`)))
    assert.deepEqual(await sender(allowedTargets(origin), limits)(`${origin}/in`, 'hello', { 'x-key': '7' }), { status: 200, body: '7 hello' })
  })
  test('goes nowhere else', async () => {
    await assert.rejects(sender(allowedTargets('http://127.0.0.1:1'), limits)('http://127.0.0.1:2/in', '', {}), refusedAs('address-not-allowed'))
  })
  test('follows no redirect', async () => {
    let followed = 0
    const elsewhere = await listening((_request, response) => void response.end(String((followed += 1))))
    const origin = await listening((_request, response) => void response.writeHead(307, { location: `${elsewhere}/in` }).end())
    assert.equal((await sender(allowedTargets(`${origin},${elsewhere}`), limits)(`${origin}/in`, '', {})).status, 307)
    assert.equal(followed, 0)
  })
  test('waits only so long, and reads only so much', async () => {
    const silent = await listening(() => {})
    await assert.rejects(sender(allowedTargets(silent), limits)(`${silent}/in`, '', {}), refusedAs('unreachable'))
    const endless = await listening((_request, response) => void response.end('x'.repeat(101)))
    await assert.rejects(sender(allowedTargets(endless), limits)(`${endless}/in`, '', {}), refusedAs('answer-too-large'))
  })
})

describe('a partner with an authority of its own', async () => {
  const read = (name: string): string => readFileSync(new URL(`../../../fixtures/partners/test-only-${name}.pem`, import.meta.url), 'utf8')
  const server = createTlsServer({ cert: read('certificate'), key: read('key') }, (_request, response) => void response.end('over TLS'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  after(() => void server.close())
  const { port } = server.address() as AddressInfo
  const send = (host: string, ca?: string) => sender(allowedTargets(`https://${host}:${port}`), { ...limits, timeoutMs: 2000, ...(ca === undefined ? {} : { ca }) })(`https://${host}:${port}/in`, '', {})

  test('is reached over TLS where that authority is trusted', async () => {
    assert.deepEqual(await send('127.0.0.1', read('certificate')), { status: 200, body: 'over TLS' })
  })
  test('is not spoken to where it is not, or under a name that its certificate does not bear', async () => {
    await assert.rejects(send('127.0.0.1'), refusedAs('unreachable'))
    await assert.rejects(send('localhost', read('certificate')), refusedAs('unreachable'))
  })
})
