import { exampleFacts } from '../../src/casework/penalties/template/example-facts.ts'
import { letterTemplates } from '../../src/casework/penalties/notice/letter-templates.ts'
import { printLetter } from '../../src/casework/penalties/notice/print-letter.store.ts'
import { letterLanguages } from '../../src/casework/penalties/person/language.ts'
import { instant } from '../../src/values/door.ts'

/** How many notices are written and set as tagged PDF in a second, each in its reader's language with the English text behind it. */
export interface LetterFigures {
  readonly letters: number
  readonly languages: number
  readonly lettersPerSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly kilobytesEach: number
}

const writtenAt = instant('2026-03-02T09:00:00Z')

/** The newest penalty notice in every language in turn, no two alike, for that long; the fonts and the thread are there before the clock starts. */
export async function measureLetters(seconds: number): Promise<LetterFigures> {
  const template = letterTemplates.findLast(({ purpose }) => purpose === 'penalty-notice')
  if (template === undefined) throw new Error('There is no penalty notice')
  const facts = letterLanguages.map((language) => exampleFacts('penalty-notice', language))
  for (const each of facts) await printLetter(template, each, writtenAt)

  const took: number[] = []
  let bytes = 0
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const each = facts[took.length % facts.length] ?? exampleFacts('penalty-notice', 'en')
    const from = performance.now()
    bytes += (await printLetter(template, { ...each, reference: `${each.reference}-${took.length}` }, writtenAt)).length
    took.push(performance.now() - from)
  }
  const sorted = took.toSorted((one, other) => one - other)
  const share = (part: number): number => Number((sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1))
  const spent = took.reduce((sum, each) => sum + each, 0) / 1000
  return { letters: took.length, languages: facts.length, lettersPerSecond: Math.round(took.length / spent), medianMs: share(0.5), p99Ms: share(0.99), kilobytesEach: Math.round(bytes / took.length / 1024) }
}
