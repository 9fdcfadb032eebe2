import type { ToldFact } from '#law'
import type { Speech } from './letter-speech.ts'
import { asCapacity, lawWords, transporterWords } from './letter-words.ts'

/** What the law told, as a sentence of a letter. */
export function sayTold(speech: Speech, told: ToldFact): string {
  // A Lithuanian date ends in an abbreviation, and its full stop ends the sentence as well.
  const text = inWords(speech, told).replaceAll('..', '.')
  return text.slice(0, 1).toLocaleUpperCase(speech.language) + text.slice(1)
}

function inWords(speech: Speech, told: ToldFact): string {
  if (typeof told !== 'object') return String(told)
  if ('as' in told) {
    const facts = Object.fromEntries(Object.entries(told.facts).map(([name, fact]) => [name, inWords(speech, fact)]))
    return speech.say(lawWords[told.as], facts)
  }
  if ('pence' in told) return speech.amount(told.pence)
  if ('on' in told) return speech.day(told.on)
  if ('all' in told) return told.all.map((each) => inWords(speech, each)).join(', ')
  return 'capacity' in told ? speech.say(asCapacity[told.capacity]) : speech.say(transporterWords[told.transporter])
}
