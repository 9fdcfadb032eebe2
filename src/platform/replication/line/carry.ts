import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import type { Stream } from '../replicated-table.ts'
import type { Gate } from './gate.ts'

export interface Carriage {
  /** The end at this site's own PostgreSQL. */
  readonly own: Duplex
  /** The end that leads to the other site. */
  readonly line: Duplex
  readonly lane: Stream
  /** One for each way, because a full line one way says nothing about the other. */
  readonly gates: Gates
}

export interface Gates {
  readonly out: Gate
  readonly in: Gate
}

/** Passes bytes both ways until either end goes away, and then takes the other end away too: PostgreSQL notices, and asks again. */
export function carry({ own, line, lane, gates }: Carriage): void {
  for (const [from, to] of [[own, line], [line, own]] as const) {
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
  }
  const end = (): void => {
    own.destroy()
    line.destroy()
  }
  // Only a full line holds back the lanes after it; that our own PostgreSQL is slow with one lane is no reason to wait with another.
  oneWay({ from: own, to: line, gate: gates.out, lane, mayPress: true }).catch(end)
  oneWay({ from: line, to: own, gate: gates.in, lane, mayPress: false }).catch(end)
}

interface OneWay {
  readonly from: Duplex
  readonly to: Duplex
  readonly gate: Gate
  readonly lane: Stream
  readonly mayPress: boolean
}

async function oneWay({ from, to, gate, lane, mayPress }: OneWay): Promise<void> {
  for await (const piece of from as AsyncIterable<Buffer>) {
    const turn = gate.pass(lane, piece.length)
    if (turn !== undefined) await turn
    if (to.destroyed) return
    if (to.write(piece)) continue
    if (mayPress) gate.press(lane)
    await drained(to)
    if (mayPress) gate.relieve(lane)
  }
  to.end()
}

/** Resolves when the stream takes more, or has gone away. */
async function drained(to: Duplex): Promise<void> {
  const over = new AbortController()
  await Promise.race(['drain', 'close'].map((event) => once(to, event, { signal: over.signal }))).catch(() => {})
  over.abort()
}
