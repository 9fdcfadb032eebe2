import { clocks, whichRegime, type ClockAnswer, type ClockEvent, type ClockInput } from '#law'
import { dayOf, type CalendarDate } from '#values'
import type { Answered, Problem } from '#platform/api'
import { firstDayOfLaw, isBeforeLaw } from './held-law.ts'

/** Answers, or says which events cannot be true together. */
export function answerClocks(input: ClockInput): Answered<{ readonly clocks: readonly ClockAnswer[] }> {
  const problems = [...input.events.flatMap((event, place) => eventProblems(event, place, input.events)), ...regimeProblems(input)]
  return problems.length > 0 ? { problems } : { answer: { clocks: clocks(input) } }
}

function eventProblems(event: ClockEvent, place: number, events: readonly ClockEvent[]): readonly Problem[] {
  const { field, on } = dayOfEvent(event)
  const path = `events[${place}]`
  if (events.findIndex(({ type }) => type === event.type) < place) return [{ path: `${path}.type`, message: `"${event.type}" is given twice; ask about one notice at a time` }]
  if (isBeforeLaw(on)) return [{ path: `${path}.${field}`, message: `The law is held from ${firstDayOfLaw} only` }]

  const earlier = mustFollow[event.type]?.map((type) => events.find((each) => each.type === type)).find((each) => each !== undefined && dayOfEvent(each).on > on)
  return earlier === undefined ? [] : [{ path: `${path}.${field}`, message: `This cannot be before "${earlier.type}"` }]
}

/** What must have come before an event, where both are given. */
const mustFollow: Readonly<Partial<Record<ClockEvent['type'], readonly ClockEvent['type'][]>>> = {
  'notice-issued': ['became-responsible'],
  'objection-received': ['notice-issued'],
  'objection-decided': ['notice-issued', 'objection-received'],
  'decision-time-agreed': ['notice-issued'],
  'detained-36': ['became-responsible'],
  'detained-36A': ['notice-issued'],
}

function dayOfEvent(event: ClockEvent): { readonly field: string; readonly on: CalendarDate } {
  if (event.type === 'first-search-ended') return { field: 'at', on: dayOf(event.at) }
  if (event.type === 'decision-time-agreed') return { field: 'until', on: event.until }
  return { field: 'on', on: event.on }
}

function regimeProblems({ regime, events }: ClockInput): readonly Problem[] {
  const responsible = events.find((event) => event.type === 'became-responsible')
  if (regime === undefined || responsible === undefined || !('on' in responsible) || isBeforeLaw(responsible.on)) return []
  const { value: actual } = whichRegime(responsible.on)
  if (actual === regime) return []
  return [{ path: 'regime', message: `Becoming responsible on ${responsible.on} falls under ${actual}` }]
}
