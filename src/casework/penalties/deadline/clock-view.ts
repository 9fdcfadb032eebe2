import type { ClockAnswer, ClockName } from '#law'
import { dayInWords, daysBetween, isAfter, type CalendarDate, type Citation } from '#values'
import { clockWords } from '../case/words.ts'
import { hasEnded, type Penalty } from '../penalty/penalty.ts'
import { eachOnce } from './each-once.ts'

/** A clock as a chip shows it: the last day, how far off it is today, and the sentences that explain it. */
export interface ClockView {
  readonly clock: string
  readonly words: string
  readonly lastDay: CalendarDate | null
  readonly daysLeft: number | null
  readonly paused: boolean
  /** Somebody still has to meet it. A clock that has been met, or that nothing started, is shown without alarm. */
  readonly isRunning: boolean
  /** What became of a clock that does not run. */
  readonly standing: string
  readonly noLimit: boolean
  readonly sentence: string
  readonly under: readonly Citation[]
  readonly otherReadings: readonly string[]
}

/** How long is left depends on today; the last day never does. */
export function clockView({ clock, lastDay = null, steps, flags, otherReadings }: ClockAnswer, today: CalendarDate, penalty?: Penalty): ClockView {
  const isRunning = penalty === undefined || runs(clock, penalty, lastDay !== null && !isAfter(today, lastDay))
  return {
    clock, lastDay, isRunning,
    standing: isRunning || penalty === undefined ? '' : standingOf(clock, penalty),
    under: eachOnce(steps),
    words: clockWords[clock],
    daysLeft: lastDay === null ? null : daysBetween(today, lastDay),
    paused: flags.includes('PAUSED'),
    noLimit: flags.includes('NO_LIMIT'),
    sentence: steps.map(({ text }) => text).join(' '),
    otherReadings: otherReadings.map(({ text }) => text),
  }
}

/** The days that we have to meet run until we did; the days that a person has run out in silence. */
function runs(clock: ClockName, { stage, objection }: Penalty, isAhead: boolean): boolean {
  switch (clock) {
    case 'issue': return stage === 'proposed' || stage === 'withdrawn' || stage === 'decided'
    case 'object': return stage === 'issued' && isAhead
    case 'decide': return stage === 'objected'
    case 'pay': return stage === 'issued' || stage === 'determined' || (stage === 'objected' && objection?.standing === 'late')
    case 'appeal': return (stage === 'issued' || stage === 'determined') && isAhead
    default: return true
  }
}

/** Nobody is told that the time to appeal has gone until a person has checked (legal.md 1.9). */
function standingOf(clock: ClockName, penalty: Penalty): string {
  if (clock === 'issue') return penalty.notices.length > 0 ? 'a notice was issued' : 'no notice is due'
  if (clock === 'object') return penalty.objection === null ? 'no objection was recorded' : `an objection was received on ${dayInWords(penalty.objection.receivedOn)}`
  if (clock === 'decide') return penalty.determination === null ? 'no objection is held' : 'the objection was determined'
  if (clock === 'appeal') return 'check the court’s own rules before telling anybody that it has gone'
  if (penalty.stage === 'objected') return 'paused while the objection is held'
  return hasEnded(penalty) ? 'nothing more is asked for' : 'not running'
}
