import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { startEmbedded, type EmbeddedServer } from '../../src/platform/database/embedded.ts'
import { ensureDatabase } from '../../src/platform/database/ensure-database.ts'
import { migrate, migrationsIn, type Migration } from '../../src/platform/database/migrate.ts'
import { approveFirstLetters } from './approve-letters.ts'

const run = promisify(execFile)

/** A PostgreSQL server for tests, with a migrated database that each test file copies. */
export interface TestCluster {
  readonly url: string
  readonly template: string
  stop(): Promise<void>
}

/** As many test processes as may run side by side on one machine, each with a server kept for the next run. */
const slots = 32

/** What is kept between runs; a run tells its files where, because each of its own temporary folders goes with it. */
export const kept = process.env['JUXTA_TEST_KEPT'] ?? join(tmpdir(), `juxta-tests-${process.getuid?.() ?? 'any'}-${createHash('sha256').update(import.meta.dirname).digest('hex').slice(0, 8)}`)

/** Starts a server that an earlier run left behind and no other run is using, or a new one. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await freeSlot()
  const server = await startFresh(folder)
  const template = await prepareTemplate(server, await migrationsIn())
  return {
    url: server.url('postgres'),
    template,
    stop: async () => {
      await server.stop()
      await rm(`${folder}.taken`, { force: true })
    },
  }
}

/**
 * A site's folder with a server whose schema is up to date, which a site started in it need not make. Two that are copied from one have the
 * same identity, so they may be each other's only peers and no more.
 */
export async function copySiteFolder(place: string): Promise<void> {
  const migrations = await migrationsIn()
  const made = join(kept, nameFor('site', migrations))
  await mkdir(place, { recursive: true, mode: 0o755 })
  await mkdir(kept, { recursive: true, mode: 0o755 })
  if ((await stat(made).catch(() => undefined)) === undefined) await makeSiteFolder(made, migrations)
  await run('cp', ['-a', '--reflink=auto', `${made}/.`, place])
}

/** Made beside its place, because somebody else may be making the same. */
async function makeSiteFolder(made: string, migrations: readonly Migration[]): Promise<void> {
  const folder = await mkdtemp(join(kept, 'making-'))
  await chmod(folder, 0o755)
  const server = await startEmbedded(folder, { durable: false })
  await ensureDatabase(server.url('postgres'), 'juxta')
  await migrate(server.url('juxta'), migrations)
  await server.stop()
  await rename(folder, made).catch(() => rm(folder, { recursive: true, force: true }))
}

function nameFor(what: string, migrations: readonly Migration[]): string {
  return `${what}_${createHash('sha256').update(migrations.map(({ sha256 }) => sha256).join()).digest('hex').slice(0, 16)}`
}

async function startFresh(folder: string): Promise<EmbeddedServer> {
  const settings = { durable: false }
  try {
    return await startEmbedded(folder, settings)
  } catch {
    // Without fsync a server that was cut off may not come back; nothing in it is worth keeping.
    await rm(folder, { recursive: true, force: true })
    return startEmbedded(folder, settings)
  }
}

async function freeSlot(): Promise<string> {
  await mkdir(kept, { recursive: true, mode: 0o755 })
  for (let slot = 0; slot < slots; slot += 1) {
    const folder = join(kept, String(slot))
    if (await take(`${folder}.taken`)) return folder
  }
  throw new Error(`All ${slots} test servers in ${kept} are taken`)
}

async function take(note: string): Promise<boolean> {
  const file = await open(note, 'wx').catch(() => undefined)
  if (file !== undefined) {
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  }
  const holder = Number(await readFile(note, 'utf8').catch(() => ''))
  if (holder === 0 || isAlive(holder)) return false
  await rm(note, { force: true })
  return take(note)
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

async function prepareTemplate(server: EmbeddedServer, migrations: readonly Migration[]): Promise<string> {
  const name = nameFor('template', migrations)
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string; complete: boolean }>("select datname, datistemplate as complete from pg_database where datname like 'template\\_%' or datname like 'test\\_%'")
    if (rows.some(({ datname, complete }) => datname === name && complete)) return name
    for (const { datname } of rows) {
      await client.query(`alter database ${datname} is_template false`)
      await client.query(`drop database ${datname} with (force)`)
    }
    await client.query(`create database ${name}`)
    await migrate(server.url(name), migrations)
    await approveFirstLetters(server.url(name))
    await client.query(`alter database ${name} is_template true`)
  } finally {
    await client.end()
  }
  return name
}
