import { isObject, type Json, type JsonObject } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, objectOf, objectsIn, valueAt } from './in-message.ts'
import { readsMaxPerMessage } from './limits.ts'
import type { Format, Message } from './message.ts'
import { plainRead } from './plain-read.ts'
import { sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'

/** FIWARE's `AnprFlowObserved`, alone or in the notification a context broker sends; attributes bare or wrapped in `value`. */
export const fiware: Format = {
  name: 'fiware',
  recognises: (message) => observationsIn(message).length > 0,
  understand: (message) => observationsIn(message).map((observed, index) => (index < readsMaxPerMessage ? readOf(observed) : { reason: 'over-limit' })),
}

function observationsIn(message: Message): readonly JsonObject[] {
  const entities = hasKeys(message, 'subscriptionId', 'data') ? objectsIn(objectOf(message)['data']) : [objectOf(message)]
  return entities.filter(({ type }) => type === 'AnprFlowObserved')
}

/** A value at a path, each step of which may be wrapped by the broker as `{ type, value }`. */
function bare(from: Json | undefined, ...path: readonly string[]): Json | undefined {
  const at = unwrapped(from)
  const [key, ...rest] = path
  return key === undefined ? at : bare(valueAt(at, key), ...rest)
}

function unwrapped(value: Json | undefined): Json | undefined {
  return isObject(value) && 'value' in value ? value['value'] : value
}

function readOf(observed: JsonObject): Outcome {
  if (bare(observed, 'vehiclePlateNotRead') === true) return { reason: 'no-plate' }
  const vehicle = bare(observed, 'observedVehicle')
  const plain = plainRead(word(bare(vehicle, 'licensePlate', 'identifier')) ?? word(bare(vehicle, 'licensePlate')))
  if ('reason' in plain) return plain

  const capturedAt = captureTime(word(bare(observed, 'dateObserved')), 'UTC')
  const camera = word(bare(observed, 'observedBy'))
  return {
    ...plain,
    country: country(word(bare(vehicle, 'country', 'code'))),
    confidence: confidence(bare(vehicle, 'licensePlate', 'confidence')),
    capturedAt,
    cameraHint: camera,
    lane: word(bare(observed, 'laneId')),
    direction: word(bare(vehicle, 'direction')),
    // Pictures are named by address and stay where they are: nothing here fetches an address that a message gives.
    images: [],
    sameAs: sameMoment(plain.plate, capturedAt, camera),
  }
}
