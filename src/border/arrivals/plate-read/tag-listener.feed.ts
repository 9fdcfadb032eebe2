import { createServer, type Socket } from 'node:net'
import { connectionsPerCamera, frameUnfinishedMs, messageMaxBytes } from './limits.ts'
import { tagAnswer, tagHead, tagHeadBytes, type TagHead } from './tag-frame.ts'

export interface TagListening {
  readonly port: number
  /** The camera's address: the protocol has no key, so this is what tells it from others. */
  readonly from: string
  /** Settles once the frame is on disk. */
  readonly receive: (frame: Uint8Array) => Promise<void>
  readonly onFault: (what: string, fault: unknown) => void
}

/** Listens for one camera's frames; each is answered once it is on disk. */
export async function listenForTags(listening: TagListening): Promise<{ readonly port: number; close(): Promise<void> }> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    if (open.size >= connectionsPerCamera || !isFrom(socket, listening.from)) return socket.destroy()
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    follow(socket, listening).catch((fault: unknown) => {
      listening.onFault('A camera’s connection was cut', fault)
      socket.destroy()
    })
    return socket
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(listening.port, resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : listening.port,
    close: () => new Promise((resolve) => {
      for (const socket of open) socket.destroy()
      server.close(() => resolve())
    }),
  }
}

function isFrom({ remoteAddress = '' }: Socket, expected: string): boolean {
  return remoteAddress.replace(/^::ffff:/, '') === expected
}

async function follow(socket: Socket, { receive }: TagListening): Promise<void> {
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of socket) {
    held = Buffer.concat([held, piece as Buffer])
    socket.setTimeout(held.length > 0 ? frameUnfinishedMs : 0, () => socket.destroy())
    for (let frame = wholeFrame(held); frame !== undefined; frame = wholeFrame(held)) {
      await receive(held.subarray(0, frame.bytes))
      socket.write(tagAnswer(frame.head))
      held = held.subarray(frame.bytes)
    }
    if (held.length === 0) socket.setTimeout(0)
  }
}

/** The frame that stands whole at the front; undefined while more has to come. Whatever is no frame ends the connection. */
function wholeFrame(held: Buffer): { readonly head: TagHead; readonly bytes: number } | undefined {
  if (held.length < tagHeadBytes) return undefined
  const head = tagHead(held)
  if (head === undefined) throw new Error('What it sent is no frame of tags')
  const bytes = tagHeadBytes + head.bodyBytes
  if (bytes > messageMaxBytes) throw new Error(`A frame of ${bytes} bytes is too large`)
  return held.length < bytes ? undefined : { head, bytes }
}
