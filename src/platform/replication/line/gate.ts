import { giveWayMs } from '../limits.ts'
import { streams, type Stream } from '../replicated-table.ts'

/** What a rehearsal asks of a line: bytes may wait, and only so many pass in a second (0 for as many as come). */
export interface Pace {
  readonly latencyMs: number
  readonly bytesPerSecond: number
  /** Connections stay open and nothing moves on them: what a firewall does that forgot them. */
  readonly frozen: boolean
}

export const fullSpeed: Pace = { latencyMs: 0, bytesPerSecond: 0, frozen: false }

/** Decides whose bytes go next on one line. A lane waits while a better one has something that the line has not taken yet. */
export interface Gate {
  /** Resolves when these bytes may go; `undefined` when they may go at once, which is nearly always. */
  pass(lane: Stream, bytes: number): Promise<void> | undefined
  /** The line is full with this lane's bytes; whoever comes after it waits until `relieve`. */
  press(lane: Stream): void
  relieve(lane: Stream): void
  setPace(pace: Pace): void
}

interface Waiting {
  readonly lane: Stream
  readonly bytes: number
  readonly sinceMs: number
  readonly go: () => void
}

const rank = (lane: Stream): number => streams.indexOf(lane)

interface State {
  pace: Pace
  /** When the line has carried what was let through, at the pace that is asked. */
  freeAtMs: number
  waiting: readonly Waiting[]
  readonly pressed: Map<Stream, number>
  timer?: NodeJS.Timeout
}

export function openGate(): Gate {
  const state: State = { pace: fullSpeed, freeAtMs: 0, waiting: [], pressed: new Map() }
  const press = (lane: Stream, by: number): void => void state.pressed.set(lane, (state.pressed.get(lane) ?? 0) + by)
  return {
    pass: (lane, bytes) => {
      if (isOpen(state, lane)) return undefined
      return new Promise<void>((go) => {
        state.waiting = [...state.waiting, { lane, bytes, sinceMs: performance.now(), go }]
        release(state)
      })
    },
    press: (lane) => press(lane, 1),
    relieve: (lane) => {
      press(lane, -1)
      release(state)
    },
    setPace: (pace) => {
      Object.assign(state, { pace, freeAtMs: 0 })
      release(state)
    },
  }
}

function isOpen(state: State, lane: Stream): boolean {
  const { latencyMs, bytesPerSecond, frozen } = state.pace
  return latencyMs === 0 && bytesPerSecond === 0 && !frozen && state.waiting.length === 0 && !givesWay(state, lane)
}

function givesWay({ pressed }: State, lane: Stream): boolean {
  return [...pressed].some(([other, count]) => count > 0 && rank(other) < rank(lane))
}

/** Lets go all that may go now, and comes back when the next may. */
function release(state: State): void {
  clearTimeout(state.timer)
  if (state.pace.frozen) return
  for (let next = nextOf(state); next !== undefined; next = nextOf(state)) {
    const gone = next
    state.waiting = state.waiting.filter((each) => each !== gone)
    if (state.pace.bytesPerSecond > 0) state.freeAtMs = performance.now() + (gone.bytes / state.pace.bytesPerSecond) * 1000
    gone.go()
  }
  if (state.waiting.length === 0) return
  state.timer = setTimeout(release, Math.max(1, Math.min(...state.waiting.map((each) => dueAtMs(state, each))) - performance.now()), state)
}

/** The best lane that may go now; within a lane, who came first. */
function nextOf(state: State): Waiting | undefined {
  const nowMs = performance.now()
  return streams.flatMap((lane) => state.waiting.filter((each) => each.lane === lane)).find((each) => dueAtMs(state, each) <= nowMs)
}

function dueAtMs(state: State, { lane, sinceMs }: Waiting): number {
  return Math.max(state.freeAtMs, sinceMs + state.pace.latencyMs, givesWay(state, lane) ? sinceMs + giveWayMs : 0)
}
