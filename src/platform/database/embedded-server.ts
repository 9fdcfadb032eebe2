import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart, cannotWrite } from '#platform/config'
import type { Account } from './embedded-account.ts'
import { sentenceFor } from './embedded-faults.ts'
import { spawnOnLifeline } from './embedded-lifeline.ts'
import { readyPollMs, readyTimeoutMs, stopTimeoutMs } from './limits.ts'

export interface ServerPlan {
  readonly postgres: string
  readonly account: Account
  readonly cluster: string
  readonly log: string
  readonly password: string
  /** Where its socket lies; the same at each run, so that those who connect need not be told. */
  readonly socketFolder: string
}

export interface RunningServer {
  readonly port: number
  /** Resolves with the reason once the server has ended, whoever ended it. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** Runs the server and waits until it takes connections; throws a sentence if it ends instead. */
export async function runServer(plan: ServerPlan): Promise<RunningServer> {
  const before = await lengthOf(plan.log)
  const child = await launch(plan)
  const ended = once(child, 'exit').then(async () => sentenceFor((await readFile(plan.log, 'utf8')).slice(before), dirname(plan.cluster)))
  const port = await portOf(plan.cluster)
  const fault = await Promise.race([ended, ready({ host: plan.socketFolder, port, password: plan.password })])
  if (fault !== undefined) throw new CannotStart(fault)
  // The server must not keep a process alive that has nothing else to do; the lifeline ends it with us.
  child.unref()
  return { port, ended, stop: () => stop(child, ended) }
}

async function launch({ postgres, account, cluster, log, socketFolder }: ServerPlan): Promise<ChildProcess> {
  const output = await open(log, 'a', 0o600).catch((fault: unknown) => {
    throw cannotWrite(log, fault)
  })
  const child = spawnOnLifeline(postgres, ['-D', cluster, '-k', socketFolder], { account, output: output.fd, socketFolder })
  await output.close()
  return child
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
