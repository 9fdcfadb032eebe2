import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { after, describe, test } from 'node:test'
import { connect as connectTls } from 'node:tls'
import { settableClock } from '#platform/clock'
import { hoursAfter, instant, type Instant, type Site } from '#values'
import { openAcceptor, purposeOf } from './acceptor.ts'
import { expiryOf, fingerprintOf, makeIdentity, type Identity } from './certificate.ts'
import { openSecureLine } from './secure-line.ts'

const now = instant('2026-11-22T10:00:00Z')
const anIdentity = (name: string, from: Instant = hoursAfter(-1, now), until: Instant = hoursAfter(24, now)): Identity => makeIdentity({ name, from, until })

describe('a certificate of our own making', () => {
  test('is read by others as it was meant', () => {
    const { certificatePem, fingerprint } = anIdentity('calais')
    const read = new X509Certificate(certificatePem)
    assert.equal(read.subject, 'CN=calais')
    assert.equal(read.ca, false)
    assert.equal(expiryOf(read), hoursAfter(24, now))
    assert.equal(fingerprintOf(read.raw), fingerprint)
    assert.equal(read.verify(read.publicKey), true)
  })

  test('can end after 2050, where its dates are written in another way', () => {
    const { certificatePem } = anIdentity('calais', now, instant('2051-02-03T04:05:06Z'))
    assert.equal(expiryOf(new X509Certificate(certificatePem)), '2051-02-03T04:05:06.000Z')
  })
})

describe('a line between two sites', async () => {
  // Stands for PostgreSQL: answers in capitals.
  const database = createServer((socket) => socket.on('error', () => {}).on('data', (said: Buffer) => socket.write(said.toString().toUpperCase())))
  await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve))
  const [calais, centre, stranger] = [anIdentity('calais'), anIdentity('centre'), anIdentity('calais')]
  const expired = anIdentity('dunkerque', hoursAfter(-48, now), hoursAfter(-1, now))
  const refusals: unknown[] = []
  const clock = settableClock(now)
  const known = new Map<string, Site>([[calais.fingerprint, 'calais'], [expired.fingerprint, 'dunkerque']])
  const acceptor = await openAcceptor({
    host: '127.0.0.1', port: 0, identity: centre, clock, log: { warn: (said: unknown) => void refusals.push(said) },
    database: { host: '127.0.0.1', port: (database.address() as AddressInfo).port },
    siteOf: (fingerprint) => known.get(fingerprint), onJoining: (socket) => void socket.destroy(), onRenewing: (socket) => void socket.destroy(),
  })
  after(async () => {
    await acceptor.close()
    database.close()
  })

  const line = (identity: Identity, fingerprint = centre.fingerprint, port = acceptor.port) =>
    openSecureLine({ peer: { host: '127.0.0.1', port, knows: (shown) => shown === fingerprint }, identity, purpose: purposeOf('alerts'), clock })
  const answer = (socket: Socket): Promise<string> => new Promise((resolve) => {
    socket.on('data', (said: Buffer) => resolve(said.toString())).on('error', () => {}).on('close', () => resolve('closed'))
    socket.write('password')
  })

  test('carries what is said to the database of a site that knows the certificate', async () => {
    const socket = line(calais)
    assert.equal(await answer(socket), 'PASSWORD')
    assert.equal(socket.getProtocol(), 'TLSv1.3')
    socket.destroy()
  })

  test('is refused to a stranger, who calls himself Calais too', async () => {
    assert.equal(await answer(line(stranger)), 'closed')
    assert.match(JSON.stringify(refusals.at(-1)), /known to nobody/)
  })

  test('is refused to a certificate that was known and has expired', async () => {
    assert.equal(await answer(line(expired)), 'closed')
    assert.match(JSON.stringify(refusals.at(-1)), /expired/)
  })

  test('is refused to who shows no certificate, or speaks an older TLS', async () => {
    const bare = connectTls({ host: '127.0.0.1', port: acceptor.port, rejectUnauthorized: false, ALPNProtocols: [purposeOf('alerts')] })
    assert.equal(await answer(bare), 'closed')
    const old = connectTls({ host: '127.0.0.1', port: acceptor.port, rejectUnauthorized: false, maxVersion: 'TLSv1.2', key: calais.keyPem, cert: calais.certificatePem })
    assert.equal(await answer(old), 'closed')
  })

  test('says nothing to a server that is not the one agreed on', async () => {
    const socket = line(calais, stranger.fingerprint)
    const [fault] = (await once(socket, 'error')) as [Error]
    assert.match(fault.message, /none that it is known by/)
  })

  test('shows nothing to who listens in between', async () => {
    const overheard: Buffer[] = []
    const between = createServer((near) => {
      const far = connect({ host: '127.0.0.1', port: acceptor.port })
      near.on('data', (bytes: Buffer) => void (overheard.push(bytes), far.write(bytes))).on('error', () => {}).on('close', () => far.destroy())
      far.on('data', (bytes: Buffer) => void (overheard.push(bytes), near.write(bytes))).on('error', () => {}).on('close', () => near.destroy())
    })
    await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
    const socket = line(calais, centre.fingerprint, (between.address() as AddressInfo).port)
    assert.equal(await answer(socket), 'PASSWORD')
    socket.destroy()
    between.close()
    assert.ok(overheard.length > 3)
    assert.doesNotMatch(Buffer.concat(overheard).toString('latin1'), /password|calais|centre/i)
  })

  test('ends for a site whose certificate runs out meanwhile, at its next connection', async () => {
    clock.set(hoursAfter(25, now))
    assert.equal(await answer(line(calais)), 'closed')
    clock.set(now)
  })
})
