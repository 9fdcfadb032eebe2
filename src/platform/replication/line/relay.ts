import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { streams, type Stream } from '../replicated-table.ts'
import { carry, type Gates } from './carry.ts'
import { openGate } from './gate.ts'
import { noOrders, type LinkOrders } from './link-control.ts'

/** The one path from a site's PostgreSQL to another's, a door for each lane. While a lane is cut, nothing passes and nothing can be opened. */
export interface Relay {
  /** Where the site's own PostgreSQL connects to instead of its peer. */
  portOf(lane: Stream): number
  obey(orders: LinkOrders): void
  close(): Promise<void>
}

/** How a lane's connection to the other site is opened: in clear to a server, or by certificate to a site. */
export type OpenLine = (lane: Stream) => Duplex

/** Opens a relay on loopback that passes every connection on to the peer. */
export async function openRelay(open: OpenLine): Promise<Relay> {
  const gates: Gates = { out: openGate(), in: openGate() }
  const doors = new Map<Stream, LaneDoor>()
  for (const lane of streams) doors.set(lane, await openLane(lane, { open, gates }))
  let before = noOrders
  return {
    portOf: (lane) => doors.get(lane)?.port ?? 0,
    obey: (orders) => {
      for (const gate of [gates.in, gates.out]) gate.setPace(orders.pace)
      for (const [lane, door] of doors) door.obey({ cut: orders.cut.includes(lane), reset: orders.resets > before.resets })
      before = orders
    },
    close: async () => {
      await Promise.all([...doors.values()].map((door) => door.close()))
    },
  }
}

interface LaneDoor {
  readonly port: number
  obey(orders: { readonly cut: boolean; readonly reset: boolean }): void
  close(): Promise<void>
}

async function openLane(lane: Stream, { open, gates }: { readonly open: OpenLine; readonly gates: Gates }): Promise<LaneDoor> {
  const near = new Set<Socket>()
  let isCut = false
  const server = createServer((own) => {
    if (isCut) return void own.destroy()
    near.add(own)
    own.on('close', () => near.delete(own))
    own.setNoDelay(true)
    carry({ own, line: open(lane), lane, gates })
  })
  // Either end of a pair takes the other with it, so the near ones are enough.
  const hangUp = (): void => {
    for (const socket of near) socket.resetAndDestroy()
  }
  return {
    port: await listening(server),
    obey: ({ cut, reset }) => {
      isCut = cut
      if (cut || reset) hangUp()
    },
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      hangUp()
      await closed
    },
  }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port: 0 }, resolve)
  })
  return (server.address() as AddressInfo).port
}
