import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net'

/** A line in clear to a site's server, on which one answer can be lost: the server has done what it was told, and who told it never hears so. */
export interface DeafLine {
  readonly port: number
  /** Resolves when the answer to the next such word was lost. */
  loseAnswerTo(word: RegExp): Promise<void>
  close(): Promise<void>
}

/** The server may be one that has yet to start: it is asked for at each connection. */
export async function openDeafLine(server: () => Promise<NetConnectOpts>): Promise<DeafLine> {
  const open = new Set<Socket>()
  let meant: { readonly word: RegExp; readonly lost: () => void } | undefined
  const listener = createServer((near) => {
    keep(near, open)
    void server().then((place) => {
      const far = keep(connect(place), open)
      let lost: (() => void) | undefined
      near.on('data', (bytes) => {
        if (lost === undefined && meant?.word.test(bytes.toString('latin1'))) {
          lost = meant.lost
          meant = undefined
        }
        far.write(bytes)
      })
      far.on('data', (bytes) => {
        if (lost === undefined) return near.write(bytes)
        near.resetAndDestroy()
        lost()
        return false
      })
      near.on('close', () => far.destroy())
      far.on('close', () => near.destroy())
    }, () => near.destroy())
  })
  await new Promise<void>((resolve) => listener.listen({ host: '127.0.0.1', port: 0 }, resolve))
  return {
    port: (listener.address() as AddressInfo).port,
    loseAnswerTo: (word) => new Promise((lost) => {
      meant = { word, lost }
    }),
    close: async () => {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

function keep(socket: Socket, open: Set<Socket>): Socket {
  open.add(socket)
  socket.on('error', () => {})
  socket.on('close', () => open.delete(socket))
  return socket
}
