import { daysAfter, day, type CalendarDate } from '#values'
import type { Form } from './provision.ts'

/** Juxta answers for every day from here; an earlier incident is refused, never guessed. */
export const firstDayHeld = day('2000-01-01')

/** The 2002 Act's scheme of assessed penalties began: S.I. 2002/2817 reg. 1. */
export const assessedPenaltiesFrom = day('2002-12-08')

/** French ports joined Coquelles as control zones: S.I. 2004/244. */
export const frenchPortsFrom = day('2004-03-01')

/** Part 3 of the Data Protection Act 2018 began. The day is common knowledge and was not read (point W1). */
export const dataProtectionFrom = day('2018-05-25')
/** The 2022 Act's reforms reached conduct on and after this day: S.I. 2023/33 reg. 4. */
export const reformedFrom = day('2023-02-13')

/** The Home Office changed its practice for incidents on and after this day. */
export const practiceChangedFrom = day('2026-01-01')

export const lastDayBefore = (from: CalendarDate): CalendarDate => daysAfter(-1, from)

/** A rule that began on a day within what is held. */
export function begunOn<Rule>(from: CalendarDate, madeBy: string, rule: Rule): readonly Form<Rule>[] {
  return [{ from: firstDayHeld, to: lastDayBefore(from), madeBy: 'not yet made', rule: null }, { from, madeBy, rule }]
}

/** Fixed penalties under S.I. 2000/685 applied until then; Juxta does not hold them. */
export const beforeAssessedPenalties: Form<never> = {
  from: firstDayHeld,
  to: lastDayBefore(assessedPenaltiesFrom),
  madeBy: 'not held: S.I. 2000/685 applied',
  rule: null,
}

export const beforeReform: Form<never> = {
  from: firstDayHeld,
  to: lastDayBefore(reformedFrom),
  madeBy: 'not yet made',
  rule: null,
}
