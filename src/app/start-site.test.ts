import assert from 'node:assert/strict'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { CannotStart, type SiteConfig } from '#platform/config'
import { aConnection } from '#test/database'
import { startSite } from './start-site.ts'

describe('a site on a server that somebody else runs', async () => {
  const rootFolder = await mkdtemp(join(tmpdir(), 'juxta-start-'))
  after(() => rm(rootFolder, { recursive: true, force: true }))
  const { url } = await aConnection()
  const folder = join(rootFolder, 'calais')
  const config: SiteConfig = {
    site: 'calais', mode: 'demo', rootFolder, folder, databaseUrl: url, host: '127.0.0.1', port: 0, publicPort: 0,
    publicUrl: 'http://localhost', publicDoorUrl: 'http://localhost', peers: {}, logFile: join(folder, 'juxta.log'),
  }

  test('uses it, is ready, and makes no server of its own', async () => {
    const site = await startSite(config, () => {})
    const answer = await fetch(`${site.addresses[0]}/readyz`)
    const { checks } = (await answer.json()) as { checks: readonly { name: string; ok: boolean }[] }
    await site.stop()
    assert.equal(answer.status, 200)
    assert.deepEqual(checks.map(({ name }) => name), ['database', 'migrations', 'intake'])
    await assert.rejects(access(join(folder, 'postgres')))
  })

  test('says in a sentence that it cannot be reached', async () => {
    await assert.rejects(startSite({ ...config, databaseUrl: 'postgresql://juxta:x@127.0.0.1:1/juxta' }, () => {}), (fault) =>
      fault instanceof CannotStart && /The database that DATABASE_URL names cannot be used/.test(fault.message))
  })

  test('refuses it in production when it may forget, and names the setting', async () => {
    // The server of the tests runs without fsync.
    await assert.rejects(startSite({ ...config, mode: 'production' }, () => {}), (fault) =>
      fault instanceof CannotStart && /fsync is off and must be on/.test(fault.message))
  })

  test('says in a sentence that its port is taken', async () => {
    const first = await startSite(config, () => {})
    const port = Number(new URL(first.addresses[0] ?? '').port)
    await assert.rejects(startSite({ ...config, port, folder: join(rootFolder, 'second') }, () => {}), (fault) =>
      fault instanceof CannotStart && fault.message.startsWith(`Port ${port} is taken`))
    await first.stop()
  })
})
