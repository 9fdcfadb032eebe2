import { isObject, Unintelligible, type Json, type JsonObject } from '#platform/wire-formats'
import { epochTime } from './capture-time.ts'
import { percent } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, imageIn, numberIn, objectOf } from './in-message.ts'
import { candidatesMax, readsMaxPerMessage } from './limits.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, plateOrNot, word } from './read-words.ts'
import type { Candidate, Outcome } from './understanding.ts'

/** OpenALPR and Rekor agents: one group a vehicle (a preview may come first and shares its uuids), one message a frame, and heartbeats. */
export const openAlpr: Format = {
  name: 'openalpr',
  recognises: (message) => hasKeys(message, 'data_type') || hasKeys(message, 'results', 'epoch_time'),
  understand: (message) => outcomesOf(objectOf(message)),
}

function outcomesOf(message: JsonObject): readonly Outcome[] {
  const type = word(message['data_type']) ?? (Array.isArray(message['results']) ? 'alpr_results' : null)
  if (type === 'alpr_group') return [groupOf(message)]
  // An alert of the agent's own list wraps the group it is about; the group may reach us twice and is then known by its uuid.
  if (type === 'alpr_alert' && isObject(message['group'])) return [groupOf(message['group'])]
  if (type === 'alpr_results') return framesOf(message)
  if (type === 'heartbeat') return [{ reason: 'heartbeat' }]
  if (type !== null) return [{ reason: 'other-event' }]
  throw new Unintelligible('unknown-message', 'an OpenALPR message without a type')
}

function groupOf(group: JsonObject): Outcome {
  const best = isObject(group['best_plate']) ? group['best_plate'] : {}
  const plain = plainRead(word(group['best_plate_number']) ?? word(best['plate']))
  if ('reason' in plain) return plain

  const state = group['is_preview'] === true || group['is_preview'] === 1 ? 'preview' : 'final'
  const uuids = Array.isArray(group['uuids']) ? group['uuids'].map((uuid: Json) => identity(uuid)) : []
  const passage = uuids[0] ?? identity(group['best_uuid'])
  return {
    ...plain,
    country: countryOf(group, word(group['best_region']) ?? word(best['region'])),
    confidence: percent(group['best_confidence']) ?? percent(best['confidence']),
    capturedAt: epochTime(numberIn(group['epoch_start']) ?? numberIn(group['epoch_end'])),
    cameraHint: word(group['camera_id']),
    direction: word(group['travel_direction']),
    candidates: candidatesOf(group['candidates'] ?? best['candidates']),
    passageHint: passage,
    state,
    images: [...imageIn(best['plate_crop_jpeg'], 'plate'), ...imageIn(group['vehicle_crop_jpeg'], 'vehicle')],
    sameAs: `${state} ${passage ?? String(group['epoch_start'])} ${plain.plate}`,
  }
}

function framesOf(frame: JsonObject): readonly Outcome[] {
  const results = Array.isArray(frame['results']) ? frame['results'] : []
  if (results.length === 0) return [{ reason: 'no-result' }]
  return results.map((result: Json, index) => {
    if (index >= readsMaxPerMessage) return { reason: 'over-limit' }
    return isObject(result) ? resultOf(frame, result) : { reason: 'no-result' }
  })
}

function resultOf(frame: JsonObject, result: JsonObject): Outcome {
  const plain = plainRead(word(result['plate']))
  if ('reason' in plain) return plain

  const capturedAt = epochTime(numberIn(result['epoch_time']) ?? numberIn(frame['epoch_time']))
  const uuid = identity(frame['uuid'])
  return {
    ...plain,
    country: countryOf(frame, word(result['region'])),
    confidence: percent(result['confidence']),
    capturedAt,
    cameraHint: word(frame['camera_id']),
    candidates: candidatesOf(result['candidates']),
    images: imageIn(result['plate_crop_jpeg'], 'plate'),
    sameAs: `frame ${uuid ?? capturedAt ?? ''} ${plain.plate}`,
  }
}

/** A bare region such as `mo` is a state of the agent's own country (here Missouri), never a country (Macao). */
function countryOf(message: JsonObject, region: string | null): string | null {
  const trained = word(message['country'])
  return country(region?.includes('-') === true ? region : null, trained === 'eu' ? region : trained)
}

function candidatesOf(list: Json | undefined): readonly Candidate[] {
  const candidates: readonly Json[] = Array.isArray(list) ? list.slice(0, candidatesMax) : []
  return candidates.flatMap((candidate) => {
    const found = isObject(candidate) ? plateOrNot(word(candidate['plate'])) : undefined
    return isObject(candidate) && found !== undefined && 'plate' in found ? [{ plate: found.plate, confidence: percent(candidate['confidence']) }] : []
  })
}
