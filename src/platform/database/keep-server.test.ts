import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { startEmbedded, type EmbeddedServer } from './embedded.ts'

describe('a server of our own', () => {
  let folder = ''
  let server: EmbeddedServer
  const told: string[] = []

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'juxta-keep-'))
    await chmod(folder, 0o755)
    server = await startEmbedded(folder, { durable: true }, (what) => told.push(what))
    await ask('create table kept (number int)')
  })
  after(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  async function ask(statement: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: server.url('postgres') })
    client.on('error', () => {})
    await client.connect()
    return client.query(statement).finally(() => client.end().catch(() => {}))
  }

  async function whenBack(): Promise<void> {
    while (server.fault() !== undefined) await pause(20)
  }

  async function kill(number: number): Promise<void> {
    process.kill(number, 'SIGKILL')
    while (server.fault() === undefined) await pause(5)
  }

  async function postmaster(): Promise<number> {
    return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  }

  test('that is killed comes back at the same address with every row it acknowledged', async () => {
    await ask('insert into kept values (1)')
    await kill(await postmaster())
    assert.notEqual(server.fault(), undefined)
    await whenBack()
    assert.deepEqual((await ask('select number from kept')).rows, [{ number: 1 }])
    assert.match(told.join('\n'), /PostgreSQL ended and is started again.*\n.*takes connections again/)
  })

  test('does not start beside a session that its killed predecessor left behind, because both would write the same files, and ends one that hangs', async () => {
    const client = new pg.Client({ connectionString: server.url('postgres') })
    client.on('error', () => {})
    await client.connect()
    const { rows: [{ session }] } = await client.query('select pg_backend_pid() as session')
    process.kill(session, 'SIGSTOP')
    await kill(await postmaster())
    await pause(300)
    assert.notEqual(server.fault(), undefined)
    await whenBack()
    assert.equal(await readFile(`/proc/${session}/cmdline`, 'utf8').catch(() => ''), '')
    assert.equal((await ask('select count(*)::int as kept from kept')).rows[0].kept, 1)
  })
})

test('a server whose Juxta and whose line to it were both killed is ended, so that the site can start again', { timeout: 120_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-orphan-'))
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  await chmod(folder, 0o755)
  const script = `import { startEmbedded } from ${JSON.stringify(import.meta.resolve('./embedded.ts'))}; await startEmbedded(${JSON.stringify(folder)}, { durable: true }); process.send('running'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  // A test that fails here must not leave it behind: its line to us would keep this process waiting for ever.
  t.after(() => child.kill('SIGKILL'))
  await Promise.race([once(child, 'message'), once(child, 'exit').then(([code, signal]) => Promise.reject(new Error(`It ended before it said that it runs: ${code ?? signal}`)))])
  const postmaster = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0])
  for (const line of await linesOf(postmaster)) process.kill(line, 'SIGKILL')
  child.kill('SIGKILL')
  const server = await startEmbedded(folder, { durable: true })
  assert.equal(await readFile(`/proc/${postmaster}/cmdline`, 'utf8').catch(() => ''), '')
  await server.stop()
})

/** The shells among a server's children. A session of those that are still there may end while we look. */
async function linesOf(postmaster: number): Promise<readonly number[]> {
  const children = (await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8')).trim().split(' ').map(Number)
  const commands = await Promise.all(children.map(async (id) => ({ id, command: await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '') })))
  return commands.filter(({ command }) => command.startsWith('/bin/sh')).map(({ id }) => id)
}
