import type { Envelope, Letter, LetterLayout } from '#platform/documents'
import { day, type CalendarDate } from '#values'
import type { AnyLetterFacts, Purpose } from './letter-facts.ts'
import { speech, type Speech } from './letter-speech.ts'
import { writeObjectionDecision } from './write-objection-decision.ts'
import { writePenaltyNotice } from './write-penalty-notice.ts'

/**
 * A template that letters were issued with is never edited: new words are a new version with the day it begins.
 * The test beside this file holds the fingerprint of each.
 */
export interface LetterTemplate {
  readonly purpose: Purpose
  readonly version: number
  readonly from: CalendarDate
  readonly layout: LetterLayout
  write(speech: Speech, facts: AnyLetterFacts, isDraft: boolean): Letter
}

export const letterTemplates: readonly LetterTemplate[] = [
  { purpose: 'penalty-notice', version: 1, from: day('2000-01-01'), layout: 'letter-1', write: only('penalty-notice', writePenaltyNotice) },
  { purpose: 'objection-decision', version: 1, from: day('2000-01-01'), layout: 'letter-1', write: only('objection-decision', writeObjectionDecision) },
]

/** The template a letter written on this day takes. */
export function templateOn(purpose: Purpose, on: CalendarDate): LetterTemplate {
  const template = letterTemplates.findLast((each) => each.purpose === purpose && each.from <= on)
  if (template === undefined) throw new Error(`There is no ${purpose} template for ${on}`)
  return template
}

/** The template a letter was written with, however old. */
export function templateOf(purpose: Purpose, version: number): LetterTemplate {
  const template = letterTemplates.find((each) => each.purpose === purpose && each.version === version)
  if (template === undefined) throw new Error(`There is no ${purpose} template ${version}`)
  return template
}

/** The reader's language first; the English text, which has the legal effect, always goes with it. */
export function envelopeOf(template: LetterTemplate, facts: AnyLetterFacts, isDraft = false): Envelope {
  const authentic = template.write(speech('en'), facts, isDraft)
  return facts.language === 'en' ? [authentic] : [template.write(speech(facts.language), facts, isDraft), authentic]
}

function only<Facts extends AnyLetterFacts>(purpose: Facts['purpose'], write: (speech: Speech, facts: Facts, isDraft: boolean) => Letter): LetterTemplate['write'] {
  return (speech, facts, isDraft) => {
    if (facts.purpose !== purpose) throw new Error(`The ${purpose} template cannot write a ${facts.purpose}`)
    return write(speech, facts as Facts, isDraft)
  }
}
