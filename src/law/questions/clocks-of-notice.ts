import { daysAfter, isAfter, type CalendarDate } from '#values'
import { objectionInTime } from '../instruments/immigration-and-asylum-act-1999-notices.ts'
import { decisionPeriod, objectionPeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { dayInBoth, tell } from '../words.ts'
import { clockStep, type ClockStep } from '../step.ts'
import { lastDayToAppeal, olderLastDayToAppeal } from './last-day-to-appeal.ts'
import { lastDayToDecide } from './last-day-to-decide.ts'
import { lastDayToObject } from './last-day-to-object.ts'
import { lastDayToPay } from './last-day-to-pay.ts'
import { nonWorkingDay } from './non-working-day.ts'
import { whenObjectorIsInformed } from './when-objector-is-informed.ts'
import type { ClockAnswer, ClockFlag, OtherDay, Pause } from '../clock-answer.ts'
import type { Happened } from './clocks.ts'

/** The clocks of a notice: to object, to have the objection decided, to pay, and to appeal. */
export function clocksOfNotice(happened: Happened): readonly ClockAnswer[] {
  const { issuedOn, decidedOn } = happened
  const ofNotice = issuedOn === undefined ? [] : [objectClock(issuedOn, happened), decideClock(issuedOn, happened), payClock(issuedOn, happened)]
  const appealFrom = decidedOn ?? issuedOn
  return appealFrom === undefined ? ofNotice : [...ofNotice, appealClock(appealFrom, decidedOn)]
}

function objectClock(issuedOn: CalendarDate, { objectedOn, acceptedLateOn }: Happened): ClockAnswer {
  const { value: lastDay, steps } = lastDayToObject(issuedOn)
  const isLate = objectedOn !== undefined && isAfter(objectedOn, lastDay)
  const received = objectedOn === undefined ? [] : [receivedStep(objectedOn, isLate)]
  const accepted = isLate && acceptedLateOn !== undefined ? [acceptedStep(acceptedLateOn)] : []
  return dayClock('object', lastDay, { steps: [...steps, ...received, ...accepted], flags: isLate ? ['LATE_OBJECTION'] : [] })
}

function receivedStep(objectedOn: CalendarDate, isLate: boolean): ClockStep {
  const on = dayInBoth(objectedOn)
  return isLate ? clockStep(tell('objection-late', { on }), objectionInTime) : clockStep(tell('objection-in-time', { on }), objectionPeriod)
}

function acceptedStep(acceptedOn: CalendarDate): ClockStep {
  return clockStep(tell('late-accepted', { on: dayInBoth(acceptedOn) }), objectionInTime)
}

function decideClock(issuedOn: CalendarDate, { objectedOn, acceptedLateOn, decidedOn, agreedUntil }: Happened): ClockAnswer {
  const { value: lastDay, steps } = lastDayToDecide(issuedOn, agreedUntil)
  const onlyIf = clockStep(tell('only-if-objection'), decisionPeriod)
  const isLate = decidedOn !== undefined && isAfter(decidedOn, lastDay)
  const noted = objectedOn === undefined && decidedOn === undefined ? [...steps, onlyIf] : [...steps, ...notBegunAgain(acceptedLateOn)]
  return dayClock('decide', lastDay, { steps: noted, flags: isLate ? ['LATE_DECISION'] : [] })
}

function notBegunAgain(acceptedLateOn: CalendarDate | undefined): readonly ClockStep[] {
  if (acceptedLateOn === undefined) return []
  return [clockStep(tell('not-begun-again', { on: dayInBoth(acceptedLateOn) }), decisionPeriod)]
}

function payClock(issuedOn: CalendarDate, happened: Happened): ClockAnswer {
  const pauses = pausesOf(issuedOn, happened)
  const { value: lastDay, steps } = lastDayToPay(issuedOn, pauses)
  if (lastDay === null) return { clock: 'pay', lastDay, steps, flags: ['PAUSED'], otherReadings: [] }
  const otherReadings = pauses.length > 0 ? [dayToldNotCounted(lastDay)] : []
  return dayClock('pay', lastDay, { steps, otherReadings: [...otherReadings, ...informedLater(happened.decidedOn, (told) => lastDayToPay(issuedOn, pausesOf(issuedOn, { ...happened, decidedOn: told })).value)] })
}

/** Nothing where the later day would move nothing. */
function informedLater(decidedOn: CalendarDate | undefined, lastDayFrom: (told: CalendarDate) => CalendarDate | null): readonly OtherDay[] {
  const told = decidedOn === undefined ? null : whenObjectorIsInformed(decidedOn).value.otherwiseOn
  const lastDay = told === null ? null : lastDayFrom(told)
  if (decidedOn === undefined || told === null || lastDay === null || lastDay === lastDayFrom(decidedOn)) return []
  const [on, last] = [dayInBoth(told), dayInBoth(lastDay)]
  return [{
    point: 'P2', lastDay,
    text: `If a decision that went abroad by post counts as told only on ${on.en}, when the law takes it to have been received, the last day is ${last.en}.`,
    textFr: `Si une décision envoyée par la poste à l’étranger n’est communiquée que le ${on.fr}, jour où elle est réputée reçue, le dernier jour est le ${last.fr}.`,
  }]
}

/** A late objection pauses nothing until a person takes it up, and then from the day it came in; that it was decided shows that one did. */
export function pausesOf(issuedOn: CalendarDate, { objectedOn, acceptedLateOn, decidedOn }: Happened): readonly Pause[] {
  if (objectedOn === undefined) return []
  const isTakenUp = !isAfter(objectedOn, lastDayToObject(issuedOn).value) || acceptedLateOn !== undefined || decidedOn !== undefined
  return isTakenUp ? [{ from: objectedOn, until: decidedOn }] : []
}

function dayToldNotCounted(lastDay: CalendarDate): OtherDay {
  const later = daysAfter(1, lastDay)
  const on = dayInBoth(later)
  return {
    point: 'P1',
    lastDay: later,
    text: `If the day on which the decision was told is not counted either, the last day is ${on.en}.`,
    textFr: `Si le jour de communication de la décision n’est pas compté non plus, le dernier jour est le ${on.fr}.`,
  }
}

/** The other reading stands beside the steps, not among them: a letter prints the steps, and must name one last day. */
function appealClock(from: CalendarDate, decidedOn: CalendarDate | undefined): ClockAnswer {
  const { value: lastDay, steps } = lastDayToAppeal(from)
  const older = olderLastDayToAppeal(from)
  const otherReadings = older.steps.map(({ text, textFr }) => ({ point: 'C7', lastDay: older.value, text, textFr }))
  return dayClock('appeal', lastDay, { steps, otherReadings: [...otherReadings, ...informedLater(decidedOn, (told) => lastDayToAppeal(told).value)] })
}

interface DayClock {
  readonly steps: readonly ClockStep[]
  readonly flags?: readonly ClockFlag[]
  readonly otherReadings?: readonly OtherDay[]
}

/** No day is moved when it falls on a day offices are closed: the regulations have no such rule, so it is said instead. */
function dayClock(clock: ClockAnswer['clock'], lastDay: CalendarDate, { steps, flags = [], otherReadings = [] }: DayClock): ClockAnswer {
  const closed = nonWorkingDay(lastDay)
  if (closed === null) return { clock, lastDay, steps, flags, otherReadings }
  const words = tell('closed-on-last-day', { closed })
  const under = steps.at(-1) ?? objectionPeriod
  return { clock, lastDay, steps: [...steps, clockStep(words, under)], flags: [...flags, 'NON_WORKING_LAST_DAY'], otherReadings }
}
