import { letterLanguages, type LetterLanguage } from '../person/language.ts'
import { everyWording } from './words/every-wording.ts'
import type { AllWording } from './words/wording.ts'
import { reviews } from './words/reviews.ts'

/** Everything begins as a draft; `words/reviews.ts` says who has read what. */
export type Review = 'draft' | 'reviewed'

/** One sentence of a letter in every language it is sent in. `{name}` marks where a fact goes. */
export interface Sentence {
  readonly texts: Readonly<Record<LetterLanguage, string>>
  readonly review: Readonly<Record<LetterLanguage, Review>>
}

export type Catalogue = Readonly<Record<string, Sentence>>

type Part = keyof AllWording

/** One part of the words, each sentence in all its languages. */
export function inEveryLanguage<Name extends Part>(part: Name): { readonly [name in keyof AllWording[Name]]: Sentence } {
  const names = Object.keys(everyWording.en[part]) as (keyof AllWording[Name] & string)[]
  return Object.fromEntries(names.map((name) => [name, sentence(part, name)])) as { readonly [name in keyof AllWording[Name]]: Sentence }
}

function sentence(part: Part, name: string): Sentence {
  const inLanguage = <Value>(value: (language: LetterLanguage) => Value) => Object.fromEntries(letterLanguages.map((language) => [language, value(language)])) as Record<LetterLanguage, Value>
  const wordsOf = (language: LetterLanguage): Readonly<Record<string, string>> => everyWording[language][part]
  return {
    texts: inLanguage((language) => wordsOf(language)[name] ?? ''),
    review: inLanguage((language) => (reviews.some((each) => each.language === language && each.sentence === `${part}.${name}`) ? 'reviewed' : 'draft')),
  }
}

/** Puts the facts in. A gap without its fact is a fault of ours: no letter goes out with a hole in it. */
export function fill(text: string, facts: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => {
    const fact = facts[name]
    if (fact === undefined) throw new Error(`The sentence "${text}" has no fact for ${gap}`)
    return fact
  })
}

/** How many sentences of a catalogue still wait for their reviewer in a language. */
export function stillDraft(catalogue: Catalogue, language: LetterLanguage): number {
  return Object.values(catalogue).filter(({ review }) => review[language] === 'draft').length
}
