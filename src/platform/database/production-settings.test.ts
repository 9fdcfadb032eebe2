import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'
import { refuseUnsafeSettings } from './production-settings.store.ts'

/** What to set, and what the refusal must say about it. */
const changes: readonly (readonly [setting: string, value: string, says: RegExp])[] = [
  ['full_page_writes', 'off', /full_page_writes is off and must be on/],
  ['synchronous_commit', 'off', /synchronous_commit is off and must be on or remote_apply/],
  ['synchronous_commit', 'local', /synchronous_commit is local/],
  ['max_slot_wal_keep_size', '-1', /max_slot_wal_keep_size is -1 and must be more than 0/],
  ['timezone', 'Europe/Paris', /TimeZone is Europe\/Paris and must be UTC/],
  ['fsync', 'off', /fsync is off and must be on/],
]

describe('production', () => {
  let folder = ''
  let server: EmbeddedServer

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'juxta-production-'))
    server = await startEmbedded(folder, { durable: true })
  })
  after(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const change = async (...statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: server.url('postgres') })
    await client.connect()
    for (const statement of [...statements, 'select pg_reload_conf()', 'select pg_sleep(0.2)']) await client.query(statement)
    await client.end()
  }

  test('accepts the server that Juxta brings', async () => {
    await refuseUnsafeSettings(server.url('postgres'))
  })

  for (const [setting, value, says] of changes) {
    test(`refuses a server with ${setting} = ${value}`, async () => {
      await change(`alter system set ${setting} = '${value}'`)
      await assert.rejects(refuseUnsafeSettings(server.url('postgres')), says)
      await change(`alter system reset ${setting}`)
    })
  }

  test('names every fault at once', async () => {
    await change("alter system set fsync = 'off'", "alter system set timezone = 'Europe/London'")
    await assert.rejects(refuseUnsafeSettings(server.url('postgres')), (fault: Error) => /fsync/.test(fault.message) && /TimeZone/.test(fault.message))
  })
})
