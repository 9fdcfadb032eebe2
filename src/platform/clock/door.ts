import { dayOf, epochMsOf, instantOfEpochMs, type CalendarDate, type Instant } from '#values'

export * from './sweeping.ts'
export * from './watch-clock.ts'

/** The only source of the time. Statute counts in London days wherever the officer stands. */
export interface Clock {
  now(): Instant
  today(): CalendarDate
  /** Milliseconds since some moment, by a clock that nobody sets: for how long something lasts, never for when it was. */
  steadyMs(): number
}

export const systemClock: Clock = {
  now: () => instantOfEpochMs(Date.now()),
  today: () => dayOf(instantOfEpochMs(Date.now())),
  steadyMs: () => performance.now(),
}

/** A clock that is told the time: for tests, and for rehearsals that cannot wait 28 days. */
export interface SettableClock extends Clock {
  /** Time passes until this moment. */
  set(moment: Instant): void
  /** Somebody sets the clock to this moment, while no time passes. */
  step(moment: Instant): void
}

export function settableClock(start: Instant): SettableClock {
  let moment = start
  let steadyMs = 0
  return {
    now: () => moment,
    today: () => dayOf(moment),
    steadyMs: () => steadyMs,
    set: (next) => {
      steadyMs += Math.max(0, epochMsOf(next) - epochMsOf(moment))
      moment = next
    },
    step: (next) => {
      moment = next
    },
  }
}

/** A clock that runs a whole number of days ahead of another, so that a demonstration can reach a last day at once. */
export function clockAhead(clock: Clock, daysAhead: () => number): Clock {
  const now = (): Instant => {
    const real = Temporal.Instant.from(clock.now())
    return instantOfEpochMs(real.add({ hours: 24 * daysAhead() }).epochMilliseconds)
  }
  return { now, today: () => dayOf(now()), steadyMs: clock.steadyMs }
}
