import { fillPhrase, type ToldFact } from '#law'
import { dayInWords, inPounds, london, plainDayInWords, timeOfDay, type CalendarDate, type Instant, type Pence } from '#values'
import { letterLanguages, type LetterLanguage } from '../person/language.ts'
import { sayTold } from './say-told.ts'
import type { Sentence } from './sentence.ts'

/** How facts are said in one language: the same sentence maker serves the PDF and the page. */
export interface Speech {
  readonly language: LetterLanguage
  say(sentence: Sentence, facts?: Readonly<Record<string, string>>): string
  amount(pence: Pence): string
  day(on: CalendarDate): string
  moment(at: Instant, zone?: string): string
  /** A word as it stands in the middle of a sentence. */
  inside(word: string): string
  /** The law’s own sentence; in other languages than its two by what was told. Without that the letter names the rule, and the sentence is in the English text behind it. */
  ofLaw(en: string, fr: string, told?: ToldFact): string | undefined
}

export function speech(language: LetterLanguage): Speech {
  return speeches[language]
}

const minutes = (at: Instant, zone: string = london): string => timeOfDay(at, zone).slice(0, 5)

const english: Speech = {
  ...wordsIn('en'),
  amount: inPounds,
  day: (on) => dayInWords(on, 'en'),
  moment: minutes,
  ofLaw: (en) => en,
}

const frenchPounds = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 })
const frenchPence = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 })

const french: Speech = {
  ...wordsIn('fr'),
  amount: (pence) => `${(pence % 100 === 0 ? frenchPounds : frenchPence).format(pence / 100)}\u00a0£`,
  // French counts the first day of a month, and only that one, with an ordinal.
  day: (on) => dayInWords(on, 'fr-FR').replace(/(^|\s)1 /, '$11er '),
  moment: (at, zone) => minutes(at, zone).replace(':', '\u00a0h\u00a0'),
  ofLaw: (_en, fr) => fr,
}

function translated(language: LetterLanguage): Speech {
  const money = { style: 'currency', currency: 'GBP' } as const
  const [whole, odd] = [new Intl.NumberFormat(language, { ...money, maximumFractionDigits: 0 }), new Intl.NumberFormat(language, money)]
  const speech: Speech = {
    ...wordsIn(language),
    amount: (pence) => (pence % 100 === 0 ? whole : odd).format(pence / 100),
    day: (on) => plainDayInWords(on, language),
    moment: minutes,
    ofLaw: (_en, _fr, told) => (told === undefined ? undefined : sayTold(speech, told)),
  }
  return speech
}

function wordsIn(language: LetterLanguage): Pick<Speech, 'language' | 'say' | 'inside'> {
  return {
    language,
    say: (sentence, facts) => fillPhrase(sentence.texts[language], language, facts),
    // German writes its nouns large wherever they stand.
    inside: (word) => (language === 'de' ? word : word.toLocaleLowerCase(language)),
  }
}

const speeches = { ...Object.fromEntries(letterLanguages.map((language) => [language, translated(language)])), en: english, fr: french } as Readonly<Record<LetterLanguage, Speech>>

/** A person's own words inside a letter: what an officer wrote is printed as written, whatever the letter's language. */
export function asWritten(text: string): readonly string[] {
  return text.split(/\n{1,}/).map((line) => line.trim()).filter((line) => line !== '')
}
