import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { fileURLToPath } from 'node:url'

/** One of the two things compared, running, with a screen open on it. */
export interface Side {
  readonly name: 'juxta' | 'peer'
  readonly address: string
  /** When each message appeared on the screen, by `performance.now()` of this process. */
  readonly shownAtMs: Map<string, number>
  close(): Promise<void>
}

export async function openSide(name: Side['name'], databaseUrl: string, folder: string): Promise<Side> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [name, databaseUrl, folder], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const address = await addressOf(child)
  const shownAtMs = new Map<string, number>()
  const watching = await watch(`${address}/board`, (id, atMs) => shownAtMs.set(id, atMs))
  return {
    name, address, shownAtMs,
    close: async () => {
      watching.destroy()
      child.send('close')
      await once(child, 'exit')
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then((): [undefined] => [undefined])
  const [message] = await Promise.race([once(child, 'message') as Promise<[{ address: string }]>, ended])
  if (message === undefined) throw new Error('The process to be measured did not start')
  return message.address
}

async function watch(url: string, seen: (id: string, atMs: number) => void) {
  const request = get(url)
  const [response] = await once(request, 'response') as [NodeJS.ReadableStream]
  let held = ''
  response.on('data', (chunk: Buffer) => {
    const atMs = performance.now()
    const lines = (held + chunk.toString()).split('\n')
    held = lines.pop() ?? ''
    for (const line of lines.filter((text) => text.startsWith('data: '))) for (const id of JSON.parse(line.slice(6)) as string[]) seen(id, atMs)
  })
  response.on('error', () => {})
  request.on('error', () => {})
  return request
}
