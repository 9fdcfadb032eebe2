import { siteName, type CalendarDate } from '#values'
import { awaitsSecondPerson, handlingInForce, type Entry } from './entry.ts'
import { handlingWords, markerWords } from './entry-words.ts'

type Say = (en: string, fr: string) => string

/** An entry in the reader's words, with where it stands today. */
export function describeEntry(entry: Entry, today: CalendarDate, say: Say) {
  const inForce = handlingInForce(entry)
  const standing = standingOf(entry, today, say)
  return {
    ...entry, ...standing,
    isActive: entry.status === 'active',
    reason: say(entry.reasonEn, entry.reasonFr),
    handlingText: say(handlingWords[entry.handling].en, handlingWords[entry.handling].fr),
    inForceText: say(handlingWords[inForce].en, handlingWords[inForce].fr),
    awaitsSecondPerson: awaitsSecondPerson(entry),
    markerTexts: entry.markers.map((marker) => say(markerWords[marker].en, markerWords[marker].fr)),
    portNames: entry.ports.map(siteName),
    reviewIsDue: entry.status === 'active' && entry.lastDayOn >= today && entry.reviewOn <= today,
  }
}

/** Whether it alerts today, and if not why; said in a word and a mark. */
function standingOf(entry: Entry, today: CalendarDate, say: Say): { standing: string; mark: string } {
  if (entry.status === 'withdrawn') return { standing: say('Withdrawn', 'Retirée'), mark: 'quiet' }
  if (entry.lastDayOn < today) return { standing: say('Ended', 'Échue'), mark: 'quiet' }
  if (entry.startsOn > today) return { standing: say('Not yet', 'À venir'), mark: 'waiting' }
  if (awaitsSecondPerson(entry)) return { standing: say('Needs a second person', 'Attend une seconde personne'), mark: 'look' }
  return { standing: say('Alerts', 'Active'), mark: 'going' }
}
