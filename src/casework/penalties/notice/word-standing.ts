import { languageNames, letterLanguages, type LetterLanguage } from '../person/language.ts'
import { asCapacity, capacityWords, correctedWords, coveringWords, decisionWords, emailWords, noticeWords, ruleNames, shared, transporterWords } from './letter-words.ts'
import { stillDraft, type Catalogue, type Review } from './sentence.ts'

/** Every standing sentence by the part of the words it belongs to. */
const parts: Readonly<Record<string, Catalogue>> = { shared, notice: noticeWords, decision: decisionWords, corrected: correctedWords, covering: coveringWords, email: emailWords, capacity: capacityWords, asCapacity, transporter: transporterWords, rules: ruleNames }

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
  readonly english: string
  readonly text: string
  readonly review: Review
}

/** Each sentence beside its English, for whoever reviews the language. */
export function sentencesIn(language: LetterLanguage): readonly SentenceStanding[] {
  return Object.entries(parts).flatMap(([part, catalogue]) => Object.entries(catalogue).map(([name, { texts, review }]) => ({
    id: `${part}.${name}`, english: texts.en, text: texts[language], review: review[language],
  })))
}
