import type { JsonObject } from '#platform/wire-formats'
import { axisEventsIn } from './axis-event.ts'
import { epochTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, imageIn, numberIn, objectOf, valueAt } from './in-message.ts'
import { readsMaxPerMessage } from './limits.ts'
import type { Format, Message } from './message.ts'
import { plainRead } from './plain-read.ts'
import { word } from './read-words.ts'
import type { Image, ImageKind, Outcome, ReadState } from './understanding.ts'

/**
 * AXIS License Plate Verifier and FF Group's engine: one car is told three times over, as NEW, UPDATE and LOST, and its plate may change in
 * between. All three carry the car's number, so the later replace the earlier.
 */
export const axis: Format = {
  name: 'axis',
  recognises: (message) => (message.carrier === 'xml' && axisEventsIn(message.xml).length > 0) || hasKeys(message, 'carState') || hasKeys(message, 'carID', 'plateText') || hasKeys(message, 'carID', 'plateUTF8'),
  understand: (message) => (message.carrier === 'xml' ? axisEventsIn(message.xml).slice(0, readsMaxPerMessage) : [objectOf(message)]).map((event) => readOf(event, message)),
}

const states: Readonly<Record<string, ReadState>> = { new: 'new', update: 'update', updated: 'update', lost: 'final' }

function readOf(event: JsonObject, message: Message): Outcome {
  const asWritten = word(event['plateUTF8']) ?? word(event['plateText']) ?? word(event['plateUnicode']) ?? word(event['plateASCII'])
  const plain = plainRead(asWritten)
  if ('reason' in plain) return plain

  const car = word(event['carID'])
  const told = word(event['carState'])?.toLowerCase() ?? 'new'
  const capturedAt = epochTime(numberIn(event['capture_timestamp'])) ?? epochTime(numberIn(event['capture_ts']))
  return {
    ...plain,
    country: country(word(event['plateCountry'])),
    confidence: confidence(event['plateConfidence']),
    capturedAt,
    cameraHint: word(valueAt(event, 'camera_info', 'SerialNumber')) ?? word(valueAt(event, 'camera_info', 'MACAddress')) ?? word(event['sensorProviderID']),
    // A zone drawn in the picture is a lane where it was drawn as one; the register's own lane goes before it.
    lane: word(event['roiID']),
    direction: directionOf(word(event['carMoveDirection'])),
    passageHint: car === null ? null : `car-${car}`,
    state: states[told] ?? 'update',
    images: picturesOf(event, message),
    sameAs: capturedAt === null && word(event['packetCounter']) === null ? null : [told, word(event['packetCounter']), car, capturedAt, plain.plate].join(' '),
  }
}

/** Undefined while the car has only just appeared. */
function directionOf(direction: string | null): string | null {
  return direction === null || /^unk/i.test(direction) ? null : direction.toLowerCase()
}

const kinds: Readonly<Record<string, ImageKind>> = { plate: 'plate', mmrcrop: 'vehicle', vehicle: 'vehicle' }

/** `imagesURI` stays on the camera; what came along in the form, or in the text, is here. */
function picturesOf(event: JsonObject, message: Message): readonly Image[] {
  const kind = kinds[word(event['imageType']) ?? ''] ?? 'scene'
  const sent = message.pictures.map(({ bytes, name, filename }) => ({ kind: kindNamed(`${name} ${filename ?? ''}`) ?? kind, bytes }))
  return [...sent, ...imageIn(event['imageBase64'], kind)]
}

function kindNamed(name: string): ImageKind | undefined {
  if (/(lp|plate)/i.test(name)) return 'plate'
  return /(vehicle|mmr|roi)/i.test(name) ? 'vehicle' : undefined
}
