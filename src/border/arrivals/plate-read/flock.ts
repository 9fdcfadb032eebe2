import type { JsonObject } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, objectOf, valueAt } from './in-message.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'

/**
 * Flock's webhook: a read that its own lists matched. Whatever those lists say is left aside; the plate counts like any other. Its picture is a
 * signed address that expires, and is not fetched: nothing outside our networks is asked.
 */
export const flock: Format = {
  name: 'flock',
  recognises: (message) => hasKeys(message, 'objectId', 'ocr', 'eventTime'),
  understand: (message) => [readOf(objectOf(message))],
}

function readOf(event: JsonObject): Outcome {
  const plain = plainRead(word(valueAt(event, 'ocr', 'label')))
  if ('reason' in plain) return plain

  const capturedAt = captureTime(word(event['eventTime']), 'UTC')
  const id = identity(event['objectId'])
  return {
    ...plain,
    // `CA` is a state here and not Canada, so only what names its country counts.
    country: stateOrCountry(word(valueAt(event, 'ocr', 'state'))),
    confidence: confidence(valueAt(event, 'ocr', 'labelConfidence')),
    capturedAt,
    cameraHint: word(event['deviceExternalId']) ?? word(event['deviceId']),
    sameAs: id === null ? sameMoment(plain.plate, capturedAt) : `object ${id} ${plain.plate}`,
  }
}

function stateOrCountry(state: string | null): string | null {
  return state !== null && /^([A-Za-z]{2}-|[A-Za-z]{3,}$)/.test(state) ? country(state) : null
}
