import { connect, type Socket } from 'node:net'
import { resolveTarget, type AddressRule, type Target } from '#platform/outgoing'
import { followFrames } from './frame-listener.feed.ts'
import { keepTrying } from './keep-trying.feed.ts'
import { LineFault } from './line-fault.ts'
import type { Line, LineEnds } from './line.ts'

export interface Socketing extends LineEnds {
  readonly link: { readonly url: string }
  readonly isAllowed: AddressRule
}

/** A server may be silent all night; the machine at the other end is asked every half minute whether it is still there. */
const keepAliveMs = 30_000
const connectMs = 10_000

/** Reads what a recognition server sends to whoever connects: AxxonSoft's ports 35555 and 55555. */
export function readSocket({ link, isAllowed, receive, heard, told }: Socketing): Line {
  return keepTrying(async (signal, up) => {
    const socket = await connected(await resolveTarget(link.url, ['tcp'], isAllowed), signal)
    up()
    try {
      await followFrames(socket, receive, heard)
    } finally {
      socket.destroy()
    }
  }, told)
}

function connected({ address, port }: Target, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address, port, keepAlive: true, keepAliveInitialDelay: keepAliveMs, signal })
    const refused = (detail: string): void => {
      socket.destroy()
      reject(new LineFault('unreachable', detail))
    }
    socket.setTimeout(connectMs, () => refused(`no connection within ${connectMs / 1000} s`))
    socket.once('error', ({ message }) => refused(message))
    socket.once('connect', () => {
      socket.setTimeout(0)
      socket.removeAllListeners('timeout')
      resolve(socket)
    })
  })
}
