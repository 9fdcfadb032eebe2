import { daysAfter, type CalendarDate, type Instant } from '#values'
import { practiceChangedFrom, reformedFrom } from '../eras.ts'
import { clocksOfNotice, pausesOf } from './clocks-of-notice.ts'
import { firstDayToSell, type DetentionPower } from './first-day-to-sell.ts'
import { lastDayToIssue } from './last-day-to-issue.ts'
import { lastMomentOfProvisionalDetention } from './provisional-detention.ts'
import { lastDayToSell } from './sale-lapse.ts'
import { clockStep, type ClockStep } from '../step.ts'
import { issuePeriod } from '../instruments/carriers-liability-regulations-2002.ts'
import { dayInBoth, say } from '../words.ts'
import type { Regime } from '../assessment.ts'
import type { ClockAnswer, ClockEvent, Pause } from '../clock-answer.ts'

export interface ClockInput {
  readonly regime?: Regime | undefined
  readonly events: readonly ClockEvent[]
}

/** Every clock the events start, each with its own account of itself. There is no "now" in it: events alone decide. */
export function clocks({ regime, events }: ClockInput): readonly ClockAnswer[] {
  const happened = dated(events)
  return [
    ...issueClock(happened, regime),
    ...clocksOfNotice(happened),
    ...detentionClock(happened),
    ...saleClocks('36', happened, regime),
    ...saleClocks('36A', happened, regime),
  ]
}

/** The intervals in which the time to pay stands still (reg. 4(2)), so that they can be kept as records beside the day they move. */
export function pausesInPayment(events: readonly ClockEvent[]): readonly Pause[] {
  const happened = dated(events)
  return happened.issuedOn === undefined ? [] : pausesOf(happened.issuedOn, happened)
}

/** The events by name; the contract admits each once. */
export interface Happened {
  readonly responsibleOn?: CalendarDate | undefined
  readonly issuedOn?: CalendarDate | undefined
  readonly objectedOn?: CalendarDate | undefined
  readonly acceptedLateOn?: CalendarDate | undefined
  readonly decidedOn?: CalendarDate | undefined
  readonly agreedUntil?: CalendarDate | undefined
  readonly firstSearchEndedAt?: Instant | undefined
  readonly detainedOn: Readonly<Record<DetentionPower, CalendarDate | undefined>>
}

function dated(events: readonly ClockEvent[]): Happened {
  const on = (type: ClockEvent['type']): CalendarDate | undefined => events.flatMap((event) => (event.type === type && 'on' in event ? [event.on] : []))[0]
  return {
    responsibleOn: on('became-responsible'),
    issuedOn: on('notice-issued'),
    objectedOn: on('objection-received'),
    acceptedLateOn: on('late-objection-accepted'),
    decidedOn: on('objection-decided'),
    agreedUntil: events.flatMap((event) => (event.type === 'decision-time-agreed' ? [event.until] : []))[0],
    firstSearchEndedAt: events.flatMap((event) => (event.type === 'first-search-ended' ? [event.at] : []))[0],
    detainedOn: { '36': on('detained-36'), '36A': on('detained-36A') },
  }
}

function issueClock({ responsibleOn, issuedOn }: Happened, regime: Regime | undefined): readonly ClockAnswer[] {
  if (responsibleOn === undefined) return []
  const { value: lastDay, steps } = lastDayToIssue(responsibleOn, conductDay(responsibleOn, regime))
  const isLate = issuedOn !== undefined && lastDay !== null && issuedOn > lastDay
  const noted = issuedOn === undefined || lastDay === null ? steps : [...steps, issuedStep(issuedOn, isLate)]
  const flags = [...(lastDay === null ? (['NO_LIMIT'] as const) : []), ...(isLate ? (['ISSUED_TOO_LATE'] as const) : [])]
  return [{ clock: 'issue', lastDay, steps: noted, flags, otherReadings: [] }]
}

function issuedStep(issuedOn: CalendarDate, isLate: boolean): ClockStep {
  const on = dayInBoth(issuedOn)
  const words = isLate
    ? say(`The notice of ${on.en} was issued too late.`, `L’avis du ${on.fr} a été émis trop tard.`)
    : say(`The notice of ${on.en} was issued in time.`, `L’avis du ${on.fr} a été émis dans le délai.`)
  return clockStep(words, issuePeriod)
}

function detentionClock({ firstSearchEndedAt }: Happened): readonly ClockAnswer[] {
  if (firstSearchEndedAt === undefined) return []
  const { value: lastMoment, steps } = lastMomentOfProvisionalDetention(firstSearchEndedAt)
  return [{ clock: 'provisional-detention', lastMoment, steps, flags: [], otherReadings: [] }]
}

function saleClocks(power: DetentionPower, { detainedOn, responsibleOn }: Happened, regime: Regime | undefined): readonly ClockAnswer[] {
  const began = detainedOn[power]
  if (began === undefined) return []
  const sale = firstDayToSell(power, began)
  const lapse = lastDayToSell(sale.value, conductDay(responsibleOn ?? began, regime))
  return [
    { clock: 'sale', firstDay: sale.value, steps: sale.steps, flags: [], otherReadings: [] },
    { clock: 'sale-lapse', lastDay: lapse.value, steps: [...sale.steps.slice(0, 1), ...lapse.steps], flags: [], otherReadings: [] },
  ]
}

/** The day whose law applies: the conduct's own, moved into the regime when the caller names one. */
function conductDay(on: CalendarDate, regime: Regime | undefined): CalendarDate {
  if (regime === undefined) return on
  if (regime === 'PRE_2023') return on < reformedFrom ? on : daysAfter(-1, reformedFrom)
  const from = regime === 'R2023' ? reformedFrom : practiceChangedFrom
  return on < from ? from : on
}
