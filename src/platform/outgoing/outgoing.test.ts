import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { onlyWithin, privateRanges } from './address-ranges.ts'
import { device } from './ask.ts'
import { challengeIn, digestAnswer } from './digest.ts'
import { OutgoingRefused } from './outgoing-refused.ts'
import { parseTarget, resolveTarget } from './target.ts'

const refusedAs = (reason: string) => (error: unknown) => error instanceof OutgoingRefused && error.reason === reason
const signal = new AbortController().signal
const anywhere = onlyWithin(['127.0.0.0/8'])

async function aDevice(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const target = await resolveTarget(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, ['http'], anywhere)
  return { target, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve) }) }
}

describe('an address we may connect to', () => {
  const inside = onlyWithin(privateRanges)
  test('lies in the networks of cameras', () => {
    for (const address of ['10.4.0.17', '172.31.255.1', '192.168.1.64', 'fd00::12', '::ffff:10.4.0.17']) assert.equal(inside(address), true, address)
  })
  test('is never this machine, a public one, the link’s own or one that no device has', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '::', '169.254.169.254', 'fe80::1', '8.8.8.8', '172.32.0.1', '224.0.0.1', '255.255.255.255', '2001:db8::1', 'camera', '']) assert.equal(inside(address), false, address)
  })
  test('is not link-local even where somebody allowed everything', () => {
    assert.equal(onlyWithin(['0.0.0.0/0'])('169.254.169.254'), false)
  })
  test('is given as a range or not at all', () => {
    for (const range of ['10.0.0.0/33', 'camera', '10.0.0/8', '10.0.0.0/x']) assert.throws(() => onlyWithin([range]), refusedAs('not-a-range'))
  })
})

describe('a target', () => {
  test('is a scheme, a host and a port', () => {
    assert.deepEqual(parseTarget('http://10.4.0.17:80', ['http']), { scheme: 'http', host: '10.4.0.17', port: 80 })
    assert.deepEqual(parseTarget('https://[fd00::12]:443', ['https']), { scheme: 'https', host: 'fd00::12', port: 443 })
    assert.deepEqual(parseTarget('http://Gate-3.cameras.example:8080', ['http']), { scheme: 'http', host: 'gate-3.cameras.example', port: 8080 })
  })
  test('is nothing that can be read in two ways', () => {
    const tricks = [
      'http://10.4.0.17', 'http://10.4.0.17:80/', 'http://10.4.0.17:0', 'http://10.4.0.17:65536', 'http://user@10.4.0.17:80', 'http://10.4.0.17:80#@evil.example:80', 'http://10.4.0.17\\@evil.example:80',
      'http://127.1:80', 'http://2130706433:80', 'http://0x7f.1:80', 'http://0177.0.0.1:80', 'http://127.0.0.1。evil.example:80', 'file:///etc/passwd', 'http://:80', 'ftp://10.4.0.17:21', ' http://10.4.0.17:80', 'http://10.4.0.17:80\r\nX: y',
    ]
    for (const trick of tricks) assert.equal(parseTarget(trick, ['http', 'https']), undefined, trick)
  })
  test('is refused when its name leads outside', async () => {
    await assert.rejects(resolveTarget('http://localhost:80', ['http'], onlyWithin(privateRanges)), refusedAs('address-not-allowed'))
    await assert.rejects(resolveTarget('http://no-such-camera.invalid:80', ['http'], anywhere), refusedAs('name-unknown'))
  })
})

describe('digest authentication', () => {
  const credentials = { user: 'Mufasa', password: 'Circle of Life' }
  const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'
  const offer = (algorithm: string) => `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`
  const responseTo = (header: string) => {
    const challenge = challengeIn(header)
    assert.ok(challenge)
    return /response="([0-9a-f]+)"/.exec(digestAnswer(challenge, credentials, { method: 'GET', uri: '/dir/index.html', count: 1, cnonce }))?.[1]
  }
  test('answers the examples of RFC 7616 section 3.9.1', () => {
    assert.equal(responseTo(offer('MD5')), '8ca523f5e9506fed4657c9700eebdbec')
    assert.equal(responseTo(offer('SHA-256')), '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1')
  })
  test('takes the strongest offer, and none that it cannot answer', () => {
    assert.equal(challengeIn(`${offer('MD5')}, ${offer('SHA-256')}`)?.algorithm.name, 'SHA-256')
    assert.equal(challengeIn('Digest realm="r", nonce="n", algorithm=SHA-1'), undefined)
    assert.equal(challengeIn('Digest realm="r", nonce="n", qop="auth-int"'), undefined)
    assert.equal(challengeIn('Basic realm="r"'), undefined)
  })
  test('makes of any header a challenge or none, and of any challenge one line', () => {
    const pieces = fc.array(fc.constantFrom('Digest ', 'Basic ', 'realm="a', '"', ',', 'nonce=', 'n1', 'qop="auth"', 'algorithm=MD5-sess', ' ', '\\', 'stale=true', '\r\n'), { maxLength: 30 })
    fc.assert(fc.property(fc.oneof(pieces.map((all) => all.join('')), fc.string()), (header) => {
      const challenge = challengeIn(header)
      if (challenge !== undefined) assert.doesNotMatch(digestAnswer(challenge, credentials, { method: 'GET', uri: '/', count: 1, cnonce }), /[\r\n]/)
    }), { numRuns: 1000 })
  })
  test('speaks the older form where no quality of protection is offered', () => {
    const challenge = challengeIn('Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc"')
    assert.ok(challenge)
    const answer = digestAnswer(challenge, { user: 'Mufasa', password: 'CircleOfLife' }, { method: 'GET', uri: '/dir/index.html', count: 1, cnonce })
    assert.match(answer, /response="1949323746fe6a43ef61f9606e7febea"/)
    assert.doesNotMatch(answer, /qop|nc=|cnonce/)
  })
})

describe('a device that is asked', () => {
  test('hears each use of its nonce counted, and a new nonce answered when the old is stale', async () => {
    const heard: string[] = []
    const challenge = (nonce: string, stale: boolean) => `Digest realm="camera", nonce="${nonce}", qop="auth"${stale ? ', stale=true' : ''}`
    const camera = await aDevice((request, response) => {
      const given = request.headers.authorization ?? ''
      heard.push(`${/ nonce="(\w+)"/.exec(given)?.[1] ?? 'none'} ${/nc=(\w+)/.exec(given)?.[1] ?? '-'}`)
      const isStale = heard.length > 3 && given.includes('nonce="one"')
      if (!given.startsWith('Digest') || isStale) return response.writeHead(401, { 'www-authenticate': challenge(isStale ? 'two' : 'one', isStale) }).end()
      return response.end('found=0')
    })
    const asked = device(camera.target, { user: 'reader', password: 'secret' })
    for (let times = 0; times < 3; times++) assert.equal(await asked.ask({ path: '/cgi-bin/x.cgi?a=1' }, signal), 'found=0')
    await camera.close()
    assert.deepEqual(heard, ['none -', 'one 00000001', 'one 00000002', 'one 00000003', 'two 00000001'])
  })
  test('is given up when it does not accept the password, without asking for ever', async () => {
    let asked = 0
    const camera = await aDevice((_request, response) => response.writeHead(401, { 'www-authenticate': `Digest realm="camera", nonce="n${++asked}", qop="auth"` }).end())
    await assert.rejects(device(camera.target, { user: 'reader', password: 'wrong' }).ask({ path: '/' }, signal), refusedAs('credentials-refused'))
    assert.ok(asked <= 3)
    await camera.close()
  })
  test('never gets the password in clear', async () => {
    const heard: string[] = []
    const camera = await aDevice((request, response) => {
      heard.push(request.headers.authorization ?? '')
      response.writeHead(401, { 'www-authenticate': 'Basic realm="camera"' }).end()
    })
    await assert.rejects(device(camera.target, { user: 'reader', password: 'secret' }).ask({ path: '/' }, signal), refusedAs('credentials-refused'))
    assert.deepEqual(heard, [''])
    await camera.close()
  })
  test('leads nowhere else', async () => {
    const camera = await aDevice((_request, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end())
    await assert.rejects(device(camera.target, undefined).ask({ path: '/' }, signal), refusedAs('redirected'))
    await camera.close()
  })
  test('may not answer with more than fits', async () => {
    const camera = await aDevice((_request, response) => { response.end(Buffer.alloc(5 * 1024 * 1024, 'x')) })
    await assert.rejects(device(camera.target, undefined).ask({ path: '/' }, signal), refusedAs('answer-too-large'))
    await camera.close()
  })
  test('that is not there is unreachable', async () => {
    const camera = await aDevice(() => {})
    await camera.close()
    await assert.rejects(device(camera.target, undefined).ask({ path: '/' }, signal), refusedAs('unreachable'))
  })
})
