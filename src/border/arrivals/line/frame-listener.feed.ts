import { createServer, type Socket } from 'node:net'
import { tagAnswer } from '../plate-read/tag-frame.ts'
import { FrameReader } from './frame-reader.ts'
import { connectionsPerCamera, frameUnfinishedMs, messageMaxBytes } from './limits.ts'

export interface FrameListening {
  readonly port: number
  /** The camera's address: these protocols have no key, so this is what tells it from others. */
  readonly from: string
  /** Settles once the frame is on disk. */
  readonly receive: (frame: Uint8Array) => Promise<void>
  readonly onFault: (what: string, fault: unknown) => void
}

/** Listens for one camera's messages; each frame of tags is answered once it is on disk. */
export async function listenForFrames(listening: FrameListening): Promise<{ readonly port: number; close(): Promise<void> }> {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    if (open.size >= connectionsPerCamera || !isFrom(socket, listening.from)) return socket.destroy()
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    followFrames(socket, listening.receive).catch((fault: unknown) => {
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

/** Reads one message after the other, each on disk before the next is looked at. A message begun and not finished ends the connection. */
export async function followFrames(socket: Socket, receive: (frame: Uint8Array) => Promise<void>, heard: () => void = () => {}): Promise<void> {
  const reader = new FrameReader(messageMaxBytes)
  socket.on('timeout', () => socket.destroy())
  for await (const piece of socket as AsyncIterable<Buffer>) {
    heard()
    for (const { bytes, head } of reader.push(piece)) {
      await receive(bytes)
      if (head !== undefined) socket.write(tagAnswer(head))
    }
    socket.setTimeout(reader.isUnfinished ? frameUnfinishedMs : 0)
  }
}
