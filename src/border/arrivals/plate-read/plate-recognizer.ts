import { isObject, Unintelligible, type Json, type JsonObject } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, objectOf, objectsIn } from './in-message.ts'
import { candidatesMax, readsMaxPerMessage } from './limits.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { plateOrNot, word } from './read-words.ts'
import type { Candidate, Image, Outcome } from './understanding.ts'

/** One of the two shapes a result comes in, made the same. */
interface Reading {
  readonly plate: string | null
  readonly score: Json | undefined
  readonly region: string | null
  readonly candidates: readonly { readonly plate: string | null; readonly score: Json | undefined }[]
}

/** Plate Recognizer Stream webhook: `hook` and `data`, plates in lower case, times in UTC, the picture beside the JSON in a form. */
export const plateRecognizer: Format = {
  name: 'plate-recognizer',
  recognises: (message) => hasKeys(message, 'hook') || isObject(objectOf(message)['data']) || hasKeys(message, 'results', 'timestamp'),
  understand: (message) => outcomesOf(objectOf(message), message.pictures.map(({ bytes }) => ({ kind: 'scene', bytes }))),
}

function outcomesOf(message: JsonObject, images: readonly Image[]): readonly Outcome[] {
  const event = isObject(message['hook']) ? word(message['hook']['event']) : null
  if (event === 'heartbeat') return [{ reason: 'heartbeat' }]
  const seen = isObject(message['data']) ? message['data'] : message
  const results = seen['results']
  if (!Array.isArray(results)) {
    if (event !== null && event !== 'recognition') return [{ reason: 'other-event' }]
    throw new Unintelligible('unknown-message', 'a Plate Recognizer message without results')
  }
  if (results.length === 0) return [{ reason: 'no-result' }]
  return results.map((result: Json, index) => readOf(seen, { result, index, images }))
}

function readOf(seen: JsonObject, { result, index, images }: { result: Json; index: number; images: readonly Image[] }): Outcome {
  if (index >= readsMaxPerMessage) return { reason: 'over-limit' }
  if (!isObject(result)) return { reason: 'no-result' }
  const reading = isObject(result['plate']) ? fromProperties(result['plate']) : fromFlat(result)
  const plain = plainRead(reading.plate)
  if ('reason' in plain) return plain

  const stamped = word(seen['timestamp']) ?? word(seen['timestamp_local'])
  return {
    ...plain,
    country: country(reading.region),
    confidence: confidence(reading.score),
    capturedAt: captureTime(stamped, 'UTC'),
    cameraHint: word(seen['camera_id']),
    direction: word(result['direction']),
    candidates: reading.candidates.slice(0, candidatesMax).flatMap(candidateOf),
    images,
    // Stream names no event; the frame it saved, its moment and the place in the list are as near to an identity as it gives.
    sameAs: `${plain.plate} ${stamped ?? ''} ${word(seen['filename']) ?? ''} ${index}`,
  }
}

function fromFlat(result: JsonObject): Reading {
  return {
    plate: word(result['plate']),
    score: result['score'],
    region: isObject(result['region']) ? word(result['region']['code']) : word(result['region']),
    candidates: objectsIn(result['candidates']).map((candidate) => ({ plate: word(candidate['plate']), score: candidate['score'] })),
  }
}

/** The later shape: `plate` is an object whose `props` list values by falling score. */
function fromProperties(plate: JsonObject): Reading {
  const properties = isObject(plate['props']) ? plate['props'] : {}
  const plates = objectsIn(properties['plate']).map((value) => ({ plate: word(value['value']), score: value['score'] }))
  return {
    plate: plates[0]?.plate ?? null,
    score: plates[0]?.score ?? plate['score'],
    region: word(objectsIn(properties['region'])[0]?.['value']),
    candidates: plates,
  }
}

function candidateOf(candidate: Reading['candidates'][number]): readonly Candidate[] {
  const found = plateOrNot(candidate.plate)
  return 'plate' in found ? [{ plate: found.plate, confidence: confidence(candidate.score) }] : []
}
