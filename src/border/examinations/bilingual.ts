/** One thing said in both working languages of the control zone; neither is the translation of the other. */
export interface Bilingual {
  readonly en: string
  readonly fr: string
}

/** The words for each of a closed list of answers. */
export type WordsFor<Answer extends string> = Readonly<Record<Answer, Bilingual>>

/** A choice as a form shows it. */
export interface Choice {
  readonly value: string
  readonly text: string
}

export function choices<Answer extends string>(words: WordsFor<Answer>, say: (en: string, fr: string) => string): readonly Choice[] {
  return Object.entries<Bilingual>(words).map(([value, { en, fr }]) => ({ value, text: say(en, fr) }))
}

/** The words by answer in the reader's language, for a template to look up. */
export function inOneLanguage<Answer extends string>(words: WordsFor<Answer>, say: (en: string, fr: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(choices(words, say).map(({ value, text }) => [value, text]))
}
