import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What a line does to what it carries. Nothing named is a good line. */
export interface Weather {
  /** Every connection is reset and none is let in. */
  readonly cut?: boolean
  /** Added to every piece, for each connection by itself, so that two connections overtake each other. */
  readonly delayMs?: number
  /** Shared by all connections in turn, as a fair queue would. */
  readonly bytesPerSecond?: number
  /** Nothing passes and nobody is told: the connections stay open. All of them, or every other one; each lane has connections of its own. */
  readonly held?: 'all' | 'odd' | 'even'
}

/** A line between two sites, outside both of them: it sees bytes and knows nothing of rows. */
export interface FaultyLink {
  readonly port: number
  become(weather: Weather): void
  /** Resets the connections there are, in the middle of whatever they carry, and lets new ones in. */
  reset(): void
  close(): Promise<void>
}

/** A piece is what passes in one turn: small, so that a slow line is shared and not taken in gulps. */
const pieceBytes = 1024

/** What one connection may have waiting here before its sender is made to wait. */
const waitingMaxBytes = 64 * 1024

const turnMs = 5

export async function openFaultyLink(farPort: number): Promise<FaultyLink> {
  const state: State = { weather: {}, flows: new Set(), sockets: new Set(), credit: 0, closing: false, connections: 0 }
  const server = createServer((near) => {
    if (state.weather.cut) return void near.resetAndDestroy()
    join(near, connect({ port: farPort, host: '127.0.0.1' }), state)
  })
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  const carrying = carry(state)
  const reset = (): void => {
    for (const socket of state.sockets) socket.resetAndDestroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    reset,
    become: (weather) => {
      state.weather = weather
      if (weather.cut) reset()
    },
    close: async () => {
      state.closing = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      reset()
      await Promise.all([closed, carrying])
    },
  }
}

interface State {
  weather: Weather
  readonly flows: Set<Flow>
  readonly sockets: Set<Socket>
  /** Bytes that may pass now on a line with a limit. */
  credit: number
  closing: boolean
  connections: number
}

/** One direction of one connection. */
interface Flow {
  readonly from: Socket
  readonly to: Socket
  readonly pieces: { readonly bytes: Buffer; readonly dueMs: number }[]
  waitingBytes: number
  readonly which: 'odd' | 'even'
}

function join(near: Socket, far: Socket, state: State): void {
  const which = (state.connections += 1) % 2 === 1 ? 'odd' : 'even'
  for (const [from, to] of [[near, far], [far, near]] as const) {
    const flow: Flow = { from, to, pieces: [], waitingBytes: 0, which }
    state.flows.add(flow)
    state.sockets.add(from)
    from.setNoDelay(true)
    from.on('data', (bytes) => take(flow, Buffer.from(bytes), state))
    from.on('error', () => to.destroy())
    from.on('close', () => {
      state.flows.delete(flow)
      state.sockets.delete(from)
      to.destroy()
    })
  }
}

function take(flow: Flow, bytes: Buffer, { weather }: State): void {
  const dueMs = performance.now() + (weather.delayMs ?? 0)
  for (let at = 0; at < bytes.length; at += pieceBytes) flow.pieces.push({ bytes: bytes.subarray(at, at + pieceBytes), dueMs })
  flow.waitingBytes += bytes.length
  if (flow.waitingBytes > waitingMaxBytes) flow.from.pause()
}

async function carry(state: State): Promise<void> {
  let beforeMs = performance.now()
  while (!state.closing) {
    await pause(turnMs)
    const nowMs = performance.now()
    const { bytesPerSecond } = state.weather
    state.credit = bytesPerSecond === undefined ? Infinity : Math.min(bytesPerSecond, (state.credit === Infinity ? 0 : state.credit) + (bytesPerSecond * (nowMs - beforeMs)) / 1000)
    beforeMs = nowMs
    while (state.credit > 0 && [...state.flows].filter((flow) => passOne(flow, state, nowMs)).length > 0);
  }
}

/** One piece of one flow, if it may pass now. */
function passOne(flow: Flow, state: State, nowMs: number): boolean {
  const [next] = flow.pieces
  const { held } = state.weather
  const isHeld = held === 'all' || held === flow.which
  if (next === undefined || isHeld || next.dueMs > nowMs || state.credit <= 0) return false
  flow.pieces.shift()
  flow.to.write(next.bytes)
  state.credit -= next.bytes.length
  flow.waitingBytes -= next.bytes.length
  if (flow.waitingBytes <= waitingMaxBytes) flow.from.resume()
  return true
}
