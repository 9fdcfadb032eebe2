import assert from 'node:assert/strict'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { connect, ensureDatabase, migrate, migrationsIn, startEmbedded } from '#platform/database'
import { aConnection } from '#test/database'
import { measureLedger, type LedgerFigures } from './ledger.ts'

/** The whole is 100,000 operations and is asked for by name, because it takes an hour of a busy machine. */
const whole = Number(process.env['JUXTA_LEDGER_OPERATIONS'] ?? 0)
const seed = Number(process.env['JUXTA_LEDGER_SEED'] ?? 20_240_310)

test('money moved at random by four at once, with connections cut in the middle, balances to the penny', async () => {
  const figures = await measureLedger(await aConnection(), { operations: 250, cases: 3, seed, cutEvery: 25 })
  assert.deepEqual(figures.faults, [])
  assert.ok(figures.cuts > 0, 'somebody was cut off')
})

/** What keeps the server starts it again; it answers once it has been through its log. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

test('and so it does over all of them, with the server killed again and again', { skip: whole === 0 && 'asked for with JUXTA_LEDGER_OPERATIONS=100000' }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-ledger-'))
  await chmod(folder, 0o755)
  const server = await startEmbedded(folder, { durable: true })
  await ensureDatabase(server.url('postgres'), 'ledger')
  await migrate(server.url('ledger'), await migrationsIn())
  const url = server.url('ledger')
  const { db, close } = connect(url)
  const now = async (): Promise<void> => {
    const [postmaster] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(postmaster), 'SIGKILL')
    while (!(await answers(url))) await pause(200)
  }
  try {
    const figures: LedgerFigures = await measureLedger({ db, url }, { operations: whole, cases: 20, seed, cutEvery: 100, crash: { every: Math.ceil(whole / 10), now } })
    t.diagnostic(JSON.stringify(figures))
    assert.deepEqual(figures.faults, [])
  } finally {
    await close()
    await server.stop()
    // What a killed server leaves is cleared away by its own lifeline, which may take a moment.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
})
