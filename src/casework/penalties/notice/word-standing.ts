import type { Phrase } from '#law'
import { languageNames, letterLanguages, type LetterLanguage } from '../person/language.ts'
import { inEveryLanguage, stillDraft, type Catalogue, type Review } from './sentence.ts'
import { everyWording } from './words/every-wording.ts'
import type { AllWording } from './words/wording.ts'

/** Every standing sentence by the part of the words it belongs to. */
const parts: Readonly<Record<string, Catalogue>> = Object.fromEntries((Object.keys(everyWording.en) as (keyof AllWording)[]).map((part) => [part, inEveryLanguage(part)]))

export interface WordStanding {
  readonly language: LetterLanguage
  readonly name: string
  readonly drafts: number
  readonly of: number
}

/** How many sentences of each language nobody has read yet who answers for them. */
export function everyWordStanding(): readonly WordStanding[] {
  const catalogues = Object.values(parts)
  return letterLanguages.map((language) => ({
    language, name: languageNames[language],
    drafts: catalogues.reduce((sum, catalogue) => sum + stillDraft(catalogue, language), 0),
    of: catalogues.reduce((sum, catalogue) => sum + Object.keys(catalogue).length, 0),
  }))
}

export interface SentenceStanding {
  readonly id: string
  readonly english: Phrase
  readonly text: Phrase
  readonly review: Review
}

/** Each sentence beside its English, for whoever reviews the language. */
export function sentencesIn(language: LetterLanguage): readonly SentenceStanding[] {
  return Object.entries(parts).flatMap(([part, catalogue]) => Object.entries(catalogue).map(([name, { texts, review }]) => ({
    id: `${part}.${name}`, english: texts.en, text: texts[language], review: review[language],
  })))
}
