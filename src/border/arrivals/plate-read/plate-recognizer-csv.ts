import { Unintelligible } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { csvRows } from './csv-rows.ts'
import { logRowsMax } from './limits.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { plateOrNot, sameMoment, word } from './read-words.ts'
import type { Candidate, Outcome } from './understanding.ts'

/** What Stream writes to a file when it is told no address: a heading, then a row a vehicle. Structures are in Python's notation. */
export const plateRecognizerCsv: Format = {
  name: 'plate-recognizer-csv',
  recognises: (message) => message.carrier === 'text' && /^\s*"?[a-z_]+"?,[^\n]*\n/i.test(message.text.slice(0, 1000)) && headingOf(message.text).includes('plate'),
  understand: (message) => (message.carrier === 'text' ? outcomesOf(message.text) : []),
}

function headingOf(text: string): readonly string[] {
  return (text.trimStart().split('\n', 1)[0] ?? '').split(',').map((name) => name.replaceAll('"', '').trim().toLowerCase())
}

function outcomesOf(text: string): readonly Outcome[] {
  const [heading = [], ...rows] = csvRows(text)
  if (rows.length > logRowsMax) throw new Unintelligible('too-large', `${rows.length} rows`)
  const columns = heading.map((name) => name.trim().toLowerCase())
  const outcomes = rows.map((row) => readOf((name) => word(row[columns.indexOf(name)])))
  return outcomes.length === 0 ? [{ reason: 'no-result' }] : outcomes
}

function readOf(field: (name: string) => string | null): Outcome {
  const plain = plainRead(field('plate'))
  if ('reason' in plain) return plain

  const capturedAt = captureTime(field('timestamp'), 'UTC')
  return {
    ...plain,
    country: country(quotedIn(field('region'), 'code')[0] ?? field('region')),
    confidence: confidence(field('score') ?? undefined),
    capturedAt,
    cameraHint: field('camera_id') ?? field('source_url'),
    direction: field('direction'),
    candidates: quotedIn(field('candidates'), 'plate').flatMap(candidateOf),
    sameAs: sameMoment(plain.plate, capturedAt, field('file'), field('box')),
  }
}

/** The texts under a key of Python's notation, `{'plate': 'ab12cde'}`; anything cleverer is not attempted. */
function quotedIn(notation: string | null, key: string): readonly string[] {
  return [...(notation ?? '').matchAll(new RegExp(`'${key}': '([^']{0,40})'`, 'g'))].map(([, value = '']) => value)
}

function candidateOf(text: string): readonly Candidate[] {
  const found = plateOrNot(text)
  return 'plate' in found ? [{ plate: found.plate, confidence: null }] : []
}
