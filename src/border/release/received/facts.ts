import type { Handling, Marker } from '#border/watchlists'
import { isDay, day, type CalendarDate } from '#values'
import type { ReleaseMessage } from '../message/message.ts'

/** What a partner's facts come to in our own words. Whatever it wrote otherwise is left out, never guessed. */
export interface PartnerFacts {
  readonly plate: string
  readonly country: string | null
  readonly reasonEn: string
  readonly reasonFr: string
  readonly handling: Handling | null
  readonly markers: readonly Marker[]
  readonly lastDayOn: CalendarDate | null
}

const handlings: readonly Handling[] = ['observe', 'check', 'stop', 'do-not-stop']
const markers: readonly Marker[] = ['weapons', 'violence', 'contagion', 'children', 'plate-may-be-cloned']
const reasonLengthMax = 160

/** Reads what arrived field by field; a partner may send fewer, or others. */
export function factsOf({ plate, country, reason, handling, markers: warnings, lastDayOn }: ReleaseMessage['facts']): PartnerFacts {
  const said = typeof reason === 'string' ? { en: reason, fr: reason } : ((reason ?? {}) as { en?: unknown; fr?: unknown })
  const text = (one: unknown, other: unknown): string => String(typeof one === 'string' ? one : typeof other === 'string' ? other : '').slice(0, reasonLengthMax)
  return {
    plate, country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null,
    reasonEn: text(said.en, said.fr), reasonFr: text(said.fr, said.en),
    handling: handlings.find((one) => one === handling) ?? null,
    markers: Array.isArray(warnings) ? markers.filter((marker) => warnings.includes(marker)) : [],
    lastDayOn: typeof lastDayOn === 'string' && isDay(lastDayOn) ? day(lastDayOn) : null,
  }
}
