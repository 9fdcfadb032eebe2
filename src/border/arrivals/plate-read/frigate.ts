import { isObject, type Json, type JsonObject } from '#platform/wire-formats'
import { epochTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { hasKeys, numberIn, objectOf } from './in-message.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { word } from './read-words.ts'
import type { Outcome, ReadState } from './understanding.ts'

/** Frigate's two topics: `events` tells a tracked object's life (new, update, end), `tracked_object_update` each plate as it is read. */
export const frigate: Format = {
  name: 'frigate',
  recognises: (message) => hasKeys(message, 'before', 'after') || (hasKeys(message, 'type', 'id') && updates.has(String(objectOf(message)['type']))),
  understand: (message) => {
    const event = objectOf(message)
    if (isObject(event['after'])) return [ofLife(event['after'], word(event['type']))]
    return event['type'] === 'lpr' ? [ofPlate(event)] : [{ reason: 'other-event' }]
  },
}

const updates: ReadonlySet<string> = new Set(['lpr', 'face', 'description', 'classification', 'license_plate'])
const states: Readonly<Record<string, ReadState>> = { new: 'new', update: 'update', end: 'final' }

function ofLife(after: JsonObject, type: string | null): Outcome {
  // Every car, person and cat is told here; most never show a plate.
  if (!('recognized_license_plate' in after)) return { reason: 'other-event' }
  const written = after['recognized_license_plate']
  // Older versions put the plate and its score in a list of two.
  const [plate, score] = Array.isArray(written) ? [written[0], written[1]] : [written, after['recognized_license_plate_score']]
  const state = states[type ?? ''] ?? 'update'
  return readOf({ plate, score, moment: after['frame_time'], event: after, state })
}

function ofPlate(event: JsonObject): Outcome {
  return readOf({ plate: event['plate'], score: event['score'], moment: event['timestamp'], event, state: 'update' })
}

interface Seen {
  readonly plate: Json | undefined
  readonly score: Json | undefined
  readonly moment: Json | undefined
  readonly event: JsonObject
  readonly state: ReadState
}

function readOf({ plate, score, moment, event, state }: Seen): Outcome {
  const plain = plainRead(word(plate))
  if ('reason' in plain) return plain

  const id = word(event['id'])
  const capturedAt = epochTime(numberIn(moment))
  return {
    ...plain,
    confidence: confidence(score),
    capturedAt,
    cameraHint: word(event['camera']),
    direction: word(event['velocity_angle']),
    passageHint: id,
    state,
    sameAs: capturedAt === null ? null : [state, id, capturedAt, plain.plate].join(' '),
  }
}
