import { london } from '#values'
import { text, type Asked } from './asked-penalty.ts'

/** The events a visitor can date, in the order they happen. */
export const askedEvents = [
  'became-responsible',
  'first-search-ended',
  'notice-issued',
  'objection-received',
  'decision-time-agreed',
  'objection-decided',
  'detained-36',
  'detained-36A',
] as const
export type AskedEvent = (typeof askedEvents)[number]

/** The events that were given a day, in the contract's words. */
export function askedDeadlines(asked: Asked): { readonly events: readonly object[] } {
  return { events: eventsAsked(asked).map((type) => eventAsked(type, text(asked, type) ?? '')) }
}

function eventAsked(type: AskedEvent, typed: string): object {
  if (type === 'decision-time-agreed') return { type, until: typed }
  if (type === 'first-search-ended') return { type, at: momentInLondon(typed) }
  return { type, on: typed }
}

/** The search is the one after arrival in the United Kingdom, so its time is London's. What cannot be read is left for the contract to refuse. */
function momentInLondon(typed: string): string {
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(london).toInstant().toString()
  } catch {
    return typed
  }
}

export function eventsAsked(asked: Asked): readonly AskedEvent[] {
  return askedEvents.filter((type) => text(asked, type) !== undefined)
}
