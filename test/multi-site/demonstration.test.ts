import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { accountForPostgres } from '../../src/platform/database/embedded-account.ts'
import { until } from './sites.ts'

const program = fileURLToPath(new URL('../../bin/juxta.js', import.meta.url))

describe('the demonstration', { timeout: 400_000 }, () => {
  let folder = ''
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'juxta-demonstration-'))
    await chmod(folder, 0o755)
  })
  after(() => rm(folder, { recursive: true, force: true }))

  test('says in a sentence that a port is taken, and starts nothing', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const { code, said } = await run(['demo', '--first-port', String(port)], folder)
    taken.close()
    assert.equal(code, 1)
    assert.match(said, new RegExp(`^Port ${port} is taken by another program.*choose other ports`))
    assert.deepEqual(await processesIn(folder), [])
  })

  test('says in a sentence that it may not write', async () => {
    const closed = join(folder, 'closed')
    await writeFile(closed, 'a file where a folder is wanted')
    const { code, said } = await run(['demo', '--first-port', firstPort()], join(closed, 'juxta'))
    assert.equal(code, 1)
    assert.match(said, /is not a folder: set JUXTA_DATA_DIR/)
  })

  test('says in a sentence that permission is missing', async () => {
    const forbidden = await mkdtemp(join(tmpdir(), 'juxta-forbidden-'))
    await chmod(forbidden, 0o555)
    // Root may write anywhere, so root's test is run as the user that PostgreSQL would be.
    const { code, said } = await run(['demo', '--first-port', firstPort()], join(forbidden, 'juxta'), accountForPostgres())
    await rm(forbidden, { recursive: true })
    assert.equal(code, 1)
    assert.match(said, /^Juxta may not write to .*: give this user write permission there, or set JUXTA_DATA_DIR/)
  })

  test('starts everything, and at Ctrl-C stops everything', async () => {
    const { child, address } = await started(folder)
    const ready = await fetch(`${address}/readyz`)
    assert.deepEqual({ status: ready.status, ...((await ready.json()) as object) }.status, 200)
    child.kill('SIGINT')
    assert.deepEqual(await once(child, 'exit'), [0, null])
    await until('every process has gone', async () => (await processesIn(folder)).length === 0)
  })

  test('starts again on what it kept, and leaves nothing running when it is killed', async () => {
    const { child, said } = await started(folder)
    assert.match(said(), /schema is up to date/)
    child.kill('SIGKILL')
    await until('every process has gone', async () => (await processesIn(folder)).length === 0)
  })
})

let given = 0

/** Below the ports that systems hand out by themselves, so that no connection of another program sits on one of ours. */
function firstPort(): string {
  given += 1
  return String(10_000 + (process.pid % 200) * 100 + given * 20)
}

async function run(args: readonly string[], dataFolder: string, account: { uid?: number; gid?: number } = {}): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [program, ...args], { ...account, env: { ...process.env, JUXTA_DATA_DIR: dataFolder }, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  const [said, [code]] = await Promise.all([text(child.stderr ?? Readable.from([])), once(child, 'exit')])
  return { code: code as number | null, said }
}

async function started(dataFolder: string): Promise<{ child: ChildProcess; address: string; said: () => string }> {
  const child = spawn(process.execPath, [program, 'demo', '--speed', '0', '--first-port', firstPort()], { env: { ...process.env, JUXTA_DATA_DIR: dataFolder }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let said = ''
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8').on('data', (words: string) => {
      said += words
    })
  }
  await until('it says that it runs', async () => {
    assert.equal(child.exitCode, null, `it ended: ${said}`)
    return said.includes('Juxta is running')
  }, 120_000)
  return { child, said: () => said, address: /Calais, staff\s+(\S+)/.exec(said)?.[1] ?? '' }
}

/** Every process of this machine that was told of the folder, whatever user it runs as. */
async function processesIn(folder: string): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  const found = await Promise.all(ids.map(async (id) => {
    const words = await Promise.all(['cmdline', 'environ'].map((file) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '')))
    return words.some((each) => each.includes(folder)) ? [id] : []
  }))
  return found.flat()
}
