import type { Json, JsonObject } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, objectOf } from './in-message.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, sameMoment, word } from './read-words.ts'
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
  const plain = plainRead(asWritten)
  if ('reason' in plain) return plain

  const capturedAt = captureTime(word(observation['observationDateTime']), 'UTC')
  const cameras = observation['observerCameras']
  const camera = word(Array.isArray(cameras) ? cameras[0] : cameras)
  return {
    ...plain,
    country: country(word(observation['observedCredentialCountry'])),
    confidence: confidence(observation['observedCredentialConfidence']),
    capturedAt,
    cameraHint: word(observation['observerDescription']) ?? camera,
    direction: word(observation['observedHeading']),
    characterConfidence: charactersOf(observation['observedCredentialCharacterConfidence'], asWritten ?? ''),
    // A scan car keeps one id for all it ever sees, so the id alone tells nothing.
    sameAs: sameMoment(plain.plate, capturedAt, identity(observation['id']), camera),
  }
}

/** A list that does not fit the plate would blame the wrong characters. */
function charactersOf(list: Json | undefined, asWritten: string): readonly number[] | null {
  if (!Array.isArray(list) || list.length !== asWritten.replace(/[\s.-]/g, '').length) return null
  const known = list.map((value: Json) => confidence(value)).filter((value) => value !== null)
  return known.length === list.length ? known : null
}
