import { readFileSync } from 'node:fs'
import type { Instant } from '#values'
import type { Envelope } from './letter.ts'
import { renderPdf } from './render-pdf.ts'

/** Layouts that letters have been issued in. What one has printed it prints again: a new look is a new file here, and a test holds the bytes of each template. */
export const letterLayouts = ['letter-1'] as const
export type LetterLayout = (typeof letterLayouts)[number]

const sources = new Map<LetterLayout, string>()

/** The letters of one envelope as one PDF, in the look they were issued in. */
export function printEnvelope(envelope: Envelope, layout: LetterLayout, writtenAt: Instant): Promise<Uint8Array> {
  return renderPdf(sourceOf(layout), { letters: envelope }, writtenAt)
}

function sourceOf(layout: LetterLayout): string {
  const source = sources.get(layout) ?? readFileSync(new URL(`./layouts/${layout}.typ`, import.meta.url), 'utf8')
  sources.set(layout, source)
  return source
}
