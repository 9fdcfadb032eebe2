import type { english } from './english.ts'

/** A sentence, or where it counts something one form for each way its language counts. `{name}` marks where a fact goes. */
export type Phrase = string | Forms
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>

/** Everything the law says of a penalty and of a last day. */
export type LawSentence = keyof typeof english

/** The law’s sentences in one language: it does not compile with one missing. */
export type LawSentences = Readonly<Record<LawSentence, Phrase>>

/** Puts the facts in; what is counted is the fact named `count`. A gap without its fact is a fault of ours: nothing is said with a hole in it. */
export function fillPhrase(phrase: Phrase, language: string, facts: Readonly<Record<string, string>> = {}): string {
  const text = typeof phrase === 'string' ? phrase : (phrase[formOf(language, Number(facts['count']))] ?? phrase.other)
  return partsOf(text).reduce((said, part, at) => said + (at % 2 === 0 ? part : factFor(part, text, facts)), '')
}

function factFor(name: string, text: string, facts: Readonly<Record<string, string>>): string {
  const fact = facts[name]
  if (fact === undefined) throw new Error(`The sentence "${text}" has no fact for {${name}}`)
  return fact
}

const taken = new Map<string, readonly string[]>()

/** Words and names of gaps in turn. An assessment says hundreds of sentences, so each is taken apart once. */
function partsOf(text: string): readonly string[] {
  const parts = taken.get(text) ?? text.split(/\{(\w+)\}/)
  taken.set(text, parts)
  return parts
}

const counting = new Map<string, Intl.PluralRules>()

function formOf(language: string, count: number): Intl.LDMLPluralRule {
  const rules = counting.get(language) ?? new Intl.PluralRules(language)
  counting.set(language, rules)
  return rules.select(count)
}
