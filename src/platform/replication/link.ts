import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The one path from a site's PostgreSQL to another's. While it is cut, nothing passes and nothing can be opened. */
export interface Link {
  /** Where the site's own PostgreSQL connects to instead of its peer. */
  readonly port: number
  cut(): void
  heal(): void
  isCut(): boolean
  close(): Promise<void>
}

export interface Peer {
  readonly host: string
  readonly port: number
}

/** Opens a relay on loopback that passes every connection on to the peer. */
export async function openLink(peer: Peer): Promise<Link> {
  const sockets = new Set<Socket>()
  let cut = false
  const server = createServer((near) => {
    if (cut) return void near.destroy()
    join(near, connect(peer), sockets)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, resolve)
  })
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      cut = true
      hangUp()
    },
    heal: () => {
      cut = false
    },
    isCut: () => cut,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      hangUp()
      await closed
    },
  }
}

function join(near: Socket, far: Socket, sockets: Set<Socket>): void {
  for (const [socket, other] of [[near, far], [far, near]] as const) {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.pipe(other)
    // Either end going away is all there is to know: PostgreSQL notices, and asks again.
    socket.on('error', () => other.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
}
