import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart, cannotWrite } from '#platform/config'
import { giveTo, type Account } from './embedded-account.ts'
import { sentenceFor } from './embedded-faults.ts'
import { spawnOnLifeline } from './embedded-lifeline.ts'
import { readyPollMs, readyTimeoutMs, stopTimeoutMs } from './limits.ts'

export interface ServerPlan {
  readonly postgres: string
  readonly account: Account
  readonly cluster: string
  readonly log: string
  readonly password: string
}

export interface RunningServer {
  readonly socketFolder: string
  readonly port: number
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Runs the server and waits until it takes connections; throws a sentence if it ends instead. */
export async function runServer(plan: ServerPlan): Promise<RunningServer> {
  const socketFolder = await shortFolder(plan.account)
  const before = await lengthOf(plan.log)
  const child = await launch(plan, socketFolder)
  const ended = once(child, 'exit').then(async () => {
    await rm(socketFolder, { recursive: true, force: true })
    return sentenceFor((await readFile(plan.log, 'utf8')).slice(before), dirname(plan.cluster))
  })
  const port = await portOf(plan.cluster)
  const fault = await Promise.race([ended, ready({ host: socketFolder, port, password: plan.password })])
  if (fault !== undefined) throw new CannotStart(fault)
  // The server must not keep a process alive that has nothing else to do; the lifeline ends it with us.
  child.unref()
  return { socketFolder, port, ended, stop: () => stop(child, ended) }
}

async function launch({ postgres, account, cluster, log }: ServerPlan, socketFolder: string): Promise<ChildProcess> {
  const output = await open(log, 'a', 0o600).catch((fault: unknown) => {
    throw cannotWrite(log, fault)
  })
  const child = spawnOnLifeline(postgres, ['-D', cluster, '-k', socketFolder], { account, output: output.fd, socketFolder })
  await output.close()
  return child
}

/** The path of a socket may have about a hundred characters, so it cannot lie in the data folder. */
async function shortFolder(account: Account): Promise<string> {
  const folder = await mkdtemp('/tmp/juxta-')
  await giveTo(account, folder)
  return folder
}

async function portOf(cluster: string): Promise<number> {
  const settings = await readFile(join(cluster, 'postgresql.conf'), 'utf8')
  return Number(/^port = '(\d+)'$/m.exec(settings)?.[1] ?? 5432)
}

async function ready(server: { host: string; port: number; password: string }): Promise<undefined> {
  for (let waitedMs = 0; waitedMs < readyTimeoutMs; waitedMs += readyPollMs) {
    const client = new pg.Client({ ...server, user: 'juxta', database: 'postgres' })
    client.on('error', () => {})
    const isReady = await client.connect().then(() => true, () => false)
    if (isReady) return client.end().then(() => undefined)
    await pause(readyPollMs, undefined, { ref: false })
  }
  throw new CannotStart('PostgreSQL was still recovering after five minutes: wait and start Juxta again, and look at postgres.log in its data folder.')
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), stopTimeoutMs)
  await ended
  clearTimeout(timer)
}

async function lengthOf(file: string): Promise<number> {
  return readFile(file, 'utf8').then((content) => content.length, () => 0)
}
