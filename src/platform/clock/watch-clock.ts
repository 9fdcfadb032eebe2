import { epochMsOf } from '#values'
import type { Clock } from './door.ts'

/** How often the two clocks are compared. */
const lookMs = 1000

/** A clock that is kept right is moved by far less in a second; one that somebody or something sets jumps. */
const stepMinMs = 2000

/** Watches whether the machine's clock is set while this process runs. */
export interface ClockWatch {
  /** How far it has been set in all since the process began; below nothing when back. */
  setSeconds(): number
  close(): void
}

/** Compares the time of day with a clock that nobody sets. `onSet` hears by how many seconds it was moved, and of a machine that slept as a move ahead. */
export function watchClock(clock: Clock, onSet: (bySeconds: number) => void): ClockWatch {
  const partMs = (): number => epochMsOf(clock.now()) - clock.steadyMs()
  let lastPartMs = partMs()
  let setMs = 0
  const timer = setInterval(() => {
    const movedMs = partMs() - lastPartMs
    // Small moves are a clock being kept right; they are followed and not added up.
    lastPartMs += movedMs
    if (Math.abs(movedMs) < stepMinMs) return
    setMs += movedMs
    onSet(Math.round(movedMs / 1000))
  }, lookMs)
  timer.unref()
  return { setSeconds: () => Math.round(setMs / 1000), close: () => clearInterval(timer) }
}
