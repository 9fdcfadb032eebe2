import { dayInWords, inPounds, type CalendarDate, type Pence } from '#values'
import { english } from './sentences/english.ts'
import { french } from './sentences/french.ts'
import { fillPhrase, type LawSentence } from './sentences/sentence.ts'
import type { ToldFact } from './told.ts'

/** A sentence in both languages of the controls and of the notices. */
export interface Words {
  readonly en: string
  readonly fr: string
  /** What it says apart from any language, where letters say it in others too. */
  readonly told?: ToldFact
}

/** Joins literal text and values that are written differently in each language. */
export function say(en: string, fr: string): Words {
  return { en, fr }
}

type Facts = Readonly<Record<string, string | number | Words | readonly Words[]>>

/** One of the law's named sentences with its facts, which letters then say in each of their languages. */
export function tell(as: LawSentence, facts: Facts = {}): Words {
  const [inEnglish, inFrench, told]: readonly [Record<string, string>, Record<string, string>, Record<string, ToldFact>] = [{}, {}, {}]
  for (const [name, fact] of Object.entries(facts)) {
    inEnglish[name] = inLanguage(fact, 'en')
    inFrench[name] = inLanguage(fact, 'fr')
    told[name] = toldOf(fact)
  }
  return { en: fillPhrase(english[as], 'en', inEnglish), fr: fillPhrase(french[as], 'fr', inFrench), told: { as, facts: told } }
}

function inLanguage(fact: Facts[string], language: 'en' | 'fr'): string {
  if (typeof fact !== 'object') return String(fact)
  return 'en' in fact ? fact[language] : fact.map((each) => each[language]).join(', ')
}

function toldOf(fact: Facts[string]): ToldFact {
  if (typeof fact !== 'object') return fact
  if (!('en' in fact)) return { all: fact.map(toldOf) }
  if (fact.told === undefined) throw new Error(`Only English and French can say "${fact.en}"`)
  return fact.told
}

const frenchSterling = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 0, maximumFractionDigits: 2 })
const frenchOddSterling = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2 })

/** `£48,000` and `48 000 £`. */
export function amountInWords(amount: Pence): Words {
  const sterling = amount % 100 === 0 ? frenchSterling : frenchOddSterling
  return { en: inPounds(amount), fr: `${sterling.format(amount / 100)} £`, told: { pence: amount } }
}

/** The sentence with its first letter raised, in each language. */
export function startingLarge(words: Words): Words {
  return { ...words, en: raised(words.en), fr: raised(words.fr) }
}

function raised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

export function dayInBoth(on: CalendarDate): Words {
  return { en: dayInWords(on, 'en'), fr: dayInWords(on, 'fr-FR'), told: { on } }
}

export function daysInBoth(count: number): Words {
  return tell('days', { count })
}
