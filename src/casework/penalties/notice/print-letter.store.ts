import { printEnvelope } from '#platform/documents'
import type { Instant } from '#values'
import type { LetterDocument } from './document.store.ts'
import type { AnyLetterFacts } from './letter-facts.ts'
import { envelopeOf, templateOf, type LetterTemplate } from './letter-templates.ts'

export async function printLetter(template: LetterTemplate, facts: AnyLetterFacts, writtenAt: Instant, isDraft = false): Promise<Uint8Array> {
  return printEnvelope(envelopeOf(template, facts, isDraft), template.layout, writtenAt)
}

/** The letter again, from what was stored with it: the proof that nobody has touched facts, template or bytes. */
export async function reprint({ facts, purpose, templateVersion, createdAt }: LetterDocument): Promise<Uint8Array> {
  return printLetter(templateOf(purpose, templateVersion), facts, createdAt)
}
