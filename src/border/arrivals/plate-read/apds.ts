import type { Json, JsonObject } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, objectOf } from './in-message.ts'
import type { Format } from './message.ts'
import { identity, plateOrNot, sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'

/** The Alliance for Parking Data Standards' Observation: one of the few that say how sure each character is. */
export const apds: Format = {
  name: 'apds',
  recognises: (message) => hasKeys(message, 'observedCredentialId') || objectOf(message)['type'] === 'APDSObservation',
  understand: (message) => [readOf(objectOf(message))],
}

function readOf(observation: JsonObject): Outcome {
  const kind = word(observation['observedCredentialType'])
  // Tickets, badges and accounts are credentials too.
  if (kind !== null && !/plate/i.test(kind)) return { reason: 'other-event' }
  const asWritten = word(observation['observedCredentialId'])
  const chosen = plateOrNot(asWritten)
  if (!('plate' in chosen)) return chosen

  const capturedAt = captureTime(word(observation['observationDateTime']), 'UTC')
  const cameras = observation['observerCameras']
  const camera = word(Array.isArray(cameras) ? cameras[0] : cameras)
  return {
    plate: chosen.plate,
    plateAsRead: asWritten ?? chosen.plate,
    country: country(word(observation['observedCredentialCountry'])),
    confidence: confidence(observation['observedCredentialConfidence']),
    capturedAt,
    cameraHint: word(observation['observerDescription']) ?? camera,
    lane: null,
    direction: word(observation['observedHeading']),
    characterConfidence: charactersOf(observation['observedCredentialCharacterConfidence'], asWritten ?? ''),
    candidates: [],
    passageHint: null,
    state: 'new',
    images: [],
    // A scan car keeps one id for all it ever sees, so the id alone tells nothing.
    sameAs: sameMoment(chosen.plate, capturedAt, identity(observation['id']), camera),
  }
}

/** A list that does not fit the plate would blame the wrong characters. */
function charactersOf(list: Json | undefined, asWritten: string): readonly number[] | null {
  if (!Array.isArray(list) || list.length !== asWritten.replace(/[\s.-]/g, '').length) return null
  const known = list.map((value: Json) => confidence(value)).filter((value) => value !== null)
  return known.length === list.length ? known : null
}
