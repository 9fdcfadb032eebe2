import { dayOf, instantOfEpochMs, type CalendarDate, type Instant } from '#values'

/** The only source of the time. Statute counts in London days wherever the officer stands. */
export interface Clock {
  now(): Instant
  today(): CalendarDate
}

export const systemClock: Clock = {
  now: () => instantOfEpochMs(Date.now()),
  today: () => dayOf(instantOfEpochMs(Date.now())),
}

/** A clock that is told the time: for tests, and for rehearsals that cannot wait 28 days. */
export interface SettableClock extends Clock {
  set(moment: Instant): void
}

export function settableClock(start: Instant): SettableClock {
  let moment = start
  return {
    now: () => moment,
    today: () => dayOf(moment),
    set: (next) => {
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
  return { now, today: () => dayOf(now()) }
}
