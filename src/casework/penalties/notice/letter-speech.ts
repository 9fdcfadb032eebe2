import { dayInWords, inPounds, london, timeOfDay, type CalendarDate, type Instant, type Pence } from '#values'
import type { NoticeLanguage } from '../person/person.ts'
import { fill, type Sentence } from './sentence.ts'

const frenchPounds = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const frenchPence = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 })

/** How facts are said in one language: the same sentence maker serves the PDF and the page. */
export interface Speech {
  readonly language: NoticeLanguage
  say(sentence: Sentence, facts?: Readonly<Record<string, string>>): string
  amount(pence: Pence): string
  day(on: CalendarDate): string
  moment(at: Instant, zone?: string): string
  /** Takes the wording for this language where the law gives both. */
  either(en: string, fr: string): string
}

export function speech(language: NoticeLanguage): Speech {
  return language === 'fr' ? french : english
}

const english: Speech = {
  language: 'en',
  say: (sentence, facts) => fill(sentence.en, facts),
  amount: inPounds,
  day: (on) => dayInWords(on, 'en'),
  moment: (at, zone = london) => timeOfDay(at, zone).slice(0, 5),
  either: (en) => en,
}

const french: Speech = {
  language: 'fr',
  say: (sentence, facts) => fill(sentence.fr, facts),
  amount: (pence) => `${(pence % 100 === 0 ? frenchPounds : frenchPence).format(pence / 100)}\u00a0£`,
  // French counts the first day of a month, and only that one, with an ordinal.
  day: (on) => dayInWords(on, 'fr-FR').replace(/(^|\s)1 /, '$11er '),
  moment: (at, zone = london) => timeOfDay(at, zone).slice(0, 5).replace(':', '\u00a0h\u00a0'),
  either: (_en, fr) => fr,
}

/** A person's own words inside a letter: what an officer wrote is printed as written, whatever the letter's language. */
export function asWritten(text: string): readonly string[] {
  return text.split(/\n{1,}/).map((line) => line.trim()).filter((line) => line !== '')
}

