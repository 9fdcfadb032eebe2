import type { Phrase } from '#law'
import { letterLanguages, type LetterLanguage } from '../person/language.ts'
import { everyWording } from './words/every-wording.ts'
import type { AllWording } from './words/wording.ts'
import { reviews } from './words/reviews.ts'

/** Everything begins as a draft; `words/reviews.ts` says who has read what. */
export type Review = 'draft' | 'reviewed'

/** One sentence of a letter in every language it is sent in. */
export interface Sentence {
  readonly texts: Readonly<Record<LetterLanguage, Phrase>>
  readonly review: Readonly<Record<LetterLanguage, Review>>
}

export type Catalogue = Readonly<Record<string, Sentence>>

type Part = keyof AllWording

/** One part of the words, each sentence in all its languages. */
export function inEveryLanguage<Name extends Part>(part: Name): { readonly [name in keyof AllWording[Name]]: Sentence } {
  const names = Object.keys(everyWording.en[part]) as (keyof AllWording[Name] & string)[]
  return Object.fromEntries(names.map((name) => [name, sentence(part, name)])) as { readonly [name in keyof AllWording[Name]]: Sentence }
}

function phrasesOf(language: LetterLanguage, part: Part): Readonly<Record<string, Phrase>> {
  return everyWording[language][part]
}

function sentence(part: Part, name: string): Sentence {
  const inLanguage = <Value>(value: (language: LetterLanguage) => Value) => Object.fromEntries(letterLanguages.map((language) => [language, value(language)])) as Record<LetterLanguage, Value>
  return {
    texts: inLanguage((language) => phrasesOf(language, part)[name] ?? ''),
    review: inLanguage((language) => (reviews.some((each) => each.language === language && each.sentence === `${part}.${name}`) ? 'reviewed' : 'draft')),
  }
}

/** How many sentences of a catalogue still wait for their reviewer in a language. */
export function stillDraft(catalogue: Catalogue, language: LetterLanguage): number {
  return Object.values(catalogue).filter(({ review }) => review[language] === 'draft').length
}
