import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { settableClock } from '#platform/clock'
import { aDatabase } from '#test/database'
import { hoursAfter, instant, type Instant, type Site } from '#values'
import { openAcceptor, purposeOf } from '../line/acceptor.ts'
import type { Fingerprint, Identity } from '../line/certificate.ts'
import { identityIn } from '../line/identity-file.ts'
import { openSecureLine } from '../line/secure-line.ts'
import { certificateDays, renewDaysBefore, showAnywayDaysBefore } from '../limits.ts'
import { keepIdentity } from './keep-identity.ts'
import { agreeOn, keepCertificate, knownCertificates } from './peer-certificate.store.ts'
import { hearNext } from './renewal-words.ts'

const start = instant('2026-03-10T09:00:00Z')
const clock = settableClock(start)
const daysLeft = (days: number): Instant => hoursAfter((certificateDays - days) * 24, start)
const log = { info: () => {}, warn: () => {} }
const folder = await mkdtemp(join(tmpdir(), 'juxta-identity-'))
const db = await aDatabase()
const centre = await identityIn(join(folder, 'centre'), 'centre', hoursAfter(400 * 24, start))
// Stands for PostgreSQL: says one word to whoever is let in.
const database = createServer((socket) => socket.on('error', () => {}).end('welcome'))
await new Promise<void>((resolve) => database.listen(0, '127.0.0.1', resolve))
after(async () => {
  database.close()
  await rm(folder, { recursive: true, force: true })
})

/** The centre's door, which knows Calais by what its database says, and its address for Calais. */
async function theCentre(port = 0) {
  let known = await knownCertificates(db)
  const acceptor = await openAcceptor({
    host: '127.0.0.1', port, identity: centre, clock, log, database: { host: '127.0.0.1', port: (database.address() as AddressInfo).port },
    siteOf: (fingerprint) => (known.get('calais')?.has(fingerprint) ? 'calais' : undefined),
    onJoining: (socket) => void socket.destroy(),
    onRenewing: (socket, site) => void hearNext(socket, async (fingerprint) => {
      await keepCertificate(db, { peer: site, fingerprint, toldBy: site })
      known = await knownCertificates(db)
    }).finally(() => socket.end()),
  })
  return { acceptor, peer: { host: '127.0.0.1', port: acceptor.port, knows: (shown: Fingerprint) => shown === centre.fingerprint } }
}

function isLetIn(identity: Identity, peer: Awaited<ReturnType<typeof theCentre>>['peer']): Promise<boolean> {
  return new Promise((resolve) => {
    const line = openSecureLine({ peer, identity, purpose: purposeOf('alerts'), clock })
    line.on('data', () => resolve(true)).on('error', () => {}).on('close', () => resolve(false))
  })
}

describe('the certificate of a site', async () => {
  let { acceptor, peer } = await theCentre()
  after(() => acceptor.close())
  const peers = new Map([['centre', peer] as const])
  const calais = await keepIdentity({ folder: join(folder, 'calais'), site: 'calais', clock, log, peers: () => peers, onShown: () => {} })
  const first = calais.shown()
  await agreeOn(db, { peer: 'calais', fingerprint: first.fingerprint, toldBy: 'its address' })
  await acceptor.close();
  ({ acceptor, peer } = await theCentre(peer.port))

  test('stays what it is until sixty days before it ends', async () => {
    clock.set(hoursAfter(-1, daysLeft(renewDaysBefore)))
    await calais.renew()
    assert.equal(calais.shown(), first)
  })

  test('is not exchanged while a peer cannot be told; the next one is made once', async () => {
    await acceptor.close()
    clock.set(daysLeft(renewDaysBefore - 1))
    await calais.renew()
    const { next } = calais.renewal()
    await calais.renew()
    assert.equal(calais.shown(), first)
    assert.ok(next !== undefined && next === calais.renewal().next)
  })

  test('is exchanged once every peer knows the next one, and both are let in until the first ends', async () => {
    ({ acceptor, peer } = await theCentre(peer.port))
    await calais.renew()
    const second = calais.shown()
    assert.notEqual(second.fingerprint, first.fingerprint)
    assert.deepEqual([await isLetIn(second, peer), await isLetIn(first, peer)], [true, true])
    clock.set(daysLeft(0))
    assert.deepEqual([await isLetIn(second, peer), await isLetIn(first, peer)], [true, false])
  })

  test('is the same after a restart', async () => {
    assert.deepEqual(await identityIn(join(folder, 'calais'), 'calais', clock.now()), calais.shown())
  })

  test('is exchanged on its last day whoever has not heard of the next', async () => {
    await acceptor.close()
    const before = calais.shown()
    clock.set(hoursAfter((certificateDays - showAnywayDaysBefore) * 24, daysLeft(renewDaysBefore - 1)))
    await calais.renew()
    assert.notEqual(calais.shown().fingerprint, before.fingerprint)
  })
})

describe('the certificates by which a peer is known', () => {
  const [one, two, stolen] = ['1', '2', '3'].map((digit) => digit.repeat(64)) as [string, string, string]
  const of = async (site: Site): Promise<readonly string[]> => [...(await knownCertificates(db)).get(site) ?? []].sort()

  test('are those it has told, beside the one agreed on', async () => {
    await agreeOn(db, { peer: 'dunkerque', fingerprint: one, toldBy: 'its address' })
    await keepCertificate(db, { peer: 'dunkerque', fingerprint: stolen, toldBy: 'dunkerque' })
    await agreeOn(db, { peer: 'dunkerque', fingerprint: one, toldBy: 'its address' })
    assert.deepEqual(await of('dunkerque'), [one, stolen])
  })

  test('are given up together when a person agrees on another one', async () => {
    await agreeOn(db, { peer: 'dunkerque', fingerprint: two, toldBy: 'its address' })
    assert.deepEqual(await of('dunkerque'), [two])
  })
})
