import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CannotStart, cannotWrite } from '#platform/config'
import { giveTo, type Account } from './embedded-account.ts'
import type { Binaries } from './embedded-binaries.ts'
import { sentenceFor } from './embedded-faults.ts'
import { settingsFor, type EmbeddedSettings } from './embedded-settings.ts'

export interface ClusterPlan {
  readonly binaries: Binaries
  readonly account: Account
  readonly folder: string
  readonly cluster: string
  readonly durable: boolean
}

/** Only with the password, and only through the socket: other sites too, whom a door of ours has let in by certificate. */
const accessRules = `
local all all scram-sha-256
`

/** Makes the files of a new server beside their final place, so that an interrupted start leaves nothing half-made. */
export async function makeCluster(plan: ClusterPlan): Promise<void> {
  if (await isThere(join(plan.cluster, 'PG_VERSION'))) return
  const part = `${plan.cluster}.part`
  await clearedFolder(part, plan.account).catch((fault: unknown) => {
    throw cannotWrite(plan.folder, fault)
  })
  await writePassword(plan)
  await initialise(plan, part)
  await rename(part, plan.cluster)
}

/** Whether a site has ever been started in this folder. */
export async function hasCluster(folder: string): Promise<boolean> {
  return isThere(join(folder, 'postgres', 'PG_VERSION'))
}

export async function passwordOf(folder: string): Promise<string> {
  return readFile(passwordFile(folder), 'utf8')
}

/** Written at each start, so that a new version of Juxta brings its own settings. */
export async function writeSettings(cluster: string, settings: EmbeddedSettings, account: Account): Promise<void> {
  const lines = Object.entries(settingsFor(settings)).map(([name, value]) => `${name} = '${value}'`)
  await writeOwned(join(cluster, 'postgresql.conf'), `${lines.join('\n')}\n`, account)
  await writeOwned(join(cluster, 'pg_hba.conf'), accessRules, account)
}

async function writeOwned(file: string, content: string, account: Account): Promise<void> {
  await writeFile(file, content, { mode: 0o600 }).catch((fault: unknown) => {
    throw cannotWrite(file, fault)
  })
  await giveTo(account, file)
}

async function clearedFolder(folder: string, account: Account): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  await giveTo(account, folder)
}

async function writePassword({ folder, account }: ClusterPlan): Promise<void> {
  if (await isThere(passwordFile(folder))) return
  await writeOwned(passwordFile(folder), randomBytes(24).toString('hex'), account)
}

async function initialise({ binaries, account, folder, durable }: ClusterPlan, part: string): Promise<void> {
  const args = [
    `--pgdata=${part}`, '--username=juxta', `--pwfile=${passwordFile(folder)}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums', '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' }
  const child = spawn(binaries.initdb, args, { ...account, env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  const [code, said] = await Promise.all([ended, text(child.stderr)])
  if (code !== 0) throw new CannotStart(sentenceFor(said, folder))
}

function passwordFile(folder: string): string {
  return join(folder, 'postgres-password')
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}
