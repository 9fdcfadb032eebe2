import type { NoticeLanguage } from '../person/person.ts'

/** `reviewed`: a lawyer (English) or a sworn translator (French) has read it. Everything begins as a draft. */
export type Review = 'draft' | 'reviewed'

/** One sentence of a letter in every language it is sent in. `{name}` marks where a fact goes. */
export interface Sentence {
  readonly en: string
  readonly fr: string
  readonly review: Readonly<Record<NoticeLanguage, Review>>
}

export type Catalogue = Readonly<Record<string, Sentence>>

export function draft(en: string, fr: string): Sentence {
  return { en, fr, review: { en: 'draft', fr: 'draft' } }
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
export function stillDraft(catalogue: Catalogue, language: NoticeLanguage): number {
  return Object.values(catalogue).filter(({ review }) => review[language] === 'draft').length
}
