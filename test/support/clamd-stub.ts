import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { after } from 'node:test'

/** The harmless text that every scanner calls a virus (eicar.org), put together here so that no file of ours is one. */
export const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!', '$H+H*'].join(''))

export interface ClamdStub {
  readonly address: { readonly host: string; readonly port: number }
  /** How it behaves from now on. */
  behave(change: Partial<Behaviour>): void
  /** How many bytes it was sent to look at, file by file. */
  readonly seen: readonly number[]
}

interface Behaviour {
  readonly definitions: string
  /** It knows the test string as a virus. */
  readonly knows: boolean
  readonly streamMaxBytes: number
  /** Takes the connection and says nothing. */
  readonly isMute: boolean
}

/** A scanner that speaks clamd's protocol on a port of its own, until the test file ends. */
export async function aClamd(): Promise<ClamdStub> {
  let behaviour: Behaviour = { definitions: 'ClamAV 1.4.3/27800/Mon Nov 23 09:00:00 2026', knows: true, streamMaxBytes: 1024 * 1024, isMute: false }
  const seen: number[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {}).on('close', () => open.delete(socket))
    let heard = Buffer.alloc(0)
    socket.on('data', (part: Buffer) => {
      heard = Buffer.concat([heard, part])
      const answer = behaviour.isMute ? undefined : answerTo(heard, behaviour, seen)
      if (answer !== undefined) socket.end(`${answer}\0`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { address: { host: '127.0.0.1', port }, seen, behave: (change) => (behaviour = { ...behaviour, ...change }) }
}

function answerTo(heard: Buffer, behaviour: Behaviour, seen: number[]): string | undefined {
  const end = heard.indexOf(0)
  const command = heard.subarray(0, Math.max(end, 0)).toString('latin1')
  if (end === -1) return undefined
  if (command === 'zVERSION') return behaviour.definitions
  return command === 'zINSTREAM' ? answerToStream(heard.subarray(end + 1), behaviour, seen) : 'UNKNOWN COMMAND'
}

function answerToStream(frames: Buffer, { knows, streamMaxBytes }: Behaviour, seen: number[]): string | undefined {
  const chunks: Buffer[] = []
  for (let at = 0; at + 4 <= frames.length; ) {
    const size = frames.readUInt32BE(at)
    const chunk = frames.subarray(at + 4, at + 4 + size)
    chunks.push(chunk)
    const total = chunks.reduce((sum, each) => sum + each.length, 0)
    if (total > streamMaxBytes) return 'INSTREAM size limit exceeded. ERROR'
    if (size === 0) {
      seen.push(total)
      return knows && Buffer.concat(chunks).includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
    }
    if (chunk.length < size) return undefined
    at += 4 + size
  }
  return undefined
}
