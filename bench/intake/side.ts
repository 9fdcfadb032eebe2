import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { follow } from './follow.ts'

/** `juxta` is the port as it ships; `peer` inserts one row a request; `batched-peer` collects requests and inserts many rows at once. */
export const sideNames = ['juxta', 'peer', 'batched-peer'] as const

/** `juxta-proven` is the port with its link proofs, as a site with peers runs; the bare port has none to prove anything to. */
export type SideName = (typeof sideNames)[number] | 'juxta-proven'

/** One of the things compared, running, with its screens open. */
export interface Side {
  readonly name: SideName
  readonly address: string
  readonly processId: number
  readonly databaseProcessId: number
  /** When each message appeared on the screen, by `performance.now()` of this process. */
  readonly shownAtMs: Map<string, number>
  /** When the card of a message's hit appeared on the product's own lane board. */
  hitsByMessage(): Promise<ReadonlyMap<string, number>>
  close(): Promise<void>
}

/** What a side's process says once it listens. `session` is the cookie of an officer at the lanes, where there are any. */
export interface Word {
  readonly address: string
  readonly session?: string
}

export async function openSide(name: SideName, databaseUrl: string, folder: string): Promise<Side> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [name, databaseUrl, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const { address, session } = await wordOf(child)
  const shownAtMs = new Map<string, number>()
  const shownHits = new Map<string, number>()
  const screens = [await follow(`${address}/every-read`, {}, (line, atMs) => {
    if (line.startsWith('data: ')) for (const id of JSON.parse(line.slice(6)) as string[]) shownAtMs.set(id, atMs)
  })]
  if (session !== undefined) screens.push(await follow(`${address}/live/lanes`, { cookie: session }, (line, atMs) => {
    const hit = /^data: \{"id":"hit-([0-9a-f-]{36})"/.exec(line)?.[1]
    if (hit !== undefined && !shownHits.has(hit)) shownHits.set(hit, atMs)
  }))
  return {
    name, address, shownAtMs,
    processId: child.pid ?? 0,
    databaseProcessId: await postmasterIn(folder),
    hitsByMessage: () => (session === undefined ? Promise.resolve(new Map()) : byMessage(databaseUrl, shownHits)),
    close: async () => {
      for (const screen of screens) screen.close()
      child.send('close')
      await once(child, 'exit')
    },
  }
}

/** PostgreSQL writes down in its own folder which process it is. */
async function postmasterIn(folder: string): Promise<number> {
  const note = await readFile(join(folder, 'database', 'postgres', 'postmaster.pid'), 'utf8')
  return Number(note.split('\n')[0])
}

async function wordOf(child: ChildProcess): Promise<Word> {
  const ended = once(child, 'exit').then((): [undefined] => [undefined])
  const [word] = await Promise.race([once(child, 'message') as Promise<[Word]>, ended])
  if (word === undefined) throw new Error('The process to be measured did not start')
  return word
}

/** The message whose read a hit rests on calls itself by the id that the sender gave it. */
async function byMessage(databaseUrl: string, shownHits: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ hit: string; message: string }>('select hit.id as hit, read.passage_hint as message from arrivals.hit hit join arrivals.plate_read read on read.id = hit.read_id')
  await client.end()
  return new Map(rows.flatMap(({ hit, message }) => {
    const atMs = shownHits.get(hit)
    return atMs === undefined ? [] : [[message, atMs] as const]
  }))
}
