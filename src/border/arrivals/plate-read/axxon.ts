import { captureTime } from './capture-time.ts'
import { country } from './country.ts'
import { attribute } from './in-message.ts'
import type { Format } from './message.ts'
import { plateOrNot, sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'
import type { XmlElement } from '#platform/wire-formats'

/** AxxonSoft's `CAR_PLATE`: one element, everything in attributes. Its picture hides in an XML comment, which is dropped unread. */
export const axxon: Format = {
  name: 'axxon',
  recognises: (message) => message.carrier === 'xml' && message.xml.name === 'CAR_PLATE',
  understand: (message) => (message.carrier === 'xml' ? [readOf(message.xml)] : []),
}

function readOf(car: XmlElement): Outcome {
  const asWritten = word(attribute(car, 'plate') ?? undefined)
  const chosen = plateOrNot(asWritten)
  if (!('plate' in chosen)) return chosen

  const capturedAt = captureTime(attribute(car, 'time'))
  const camera = word(attribute(car, 'cam-id') ?? undefined)
  return {
    plate: chosen.plate,
    plateAsRead: asWritten ?? chosen.plate,
    country: country(attribute(car, 'plate_mask')),
    confidence: null,
    capturedAt,
    cameraHint: camera,
    lane: null,
    direction: word(attribute(car, 'direction') ?? undefined),
    characterConfidence: null,
    candidates: [],
    passageHint: null,
    state: 'new',
    images: [],
    sameAs: sameMoment(chosen.plate, capturedAt, camera),
  }
}
