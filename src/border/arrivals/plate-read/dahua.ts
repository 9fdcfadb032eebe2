import { isObject, mendedJson, readJson, Unintelligible, type Json, type JsonObject } from '#platform/wire-formats'
import { captureTime, epochTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { dahuaEventsIn } from './dahua-lines.ts'
import { hasKeys, imageIn, numberIn, objectOf, valueAt } from './in-message.ts'
import type { Format, Message } from './message.ts'
import { plainRead } from './plain-read.ts'
import { plateOrNot, sameMoment, word } from './read-words.ts'
import type { Image, Outcome } from './understanding.ts'

/** Dahua in its carriers: `eventManager` (a line of codes, then JSON), `snapManager` and the list of kept files (key=value lines) and the ITSAPI push (JSON). */
export const dahua: Format = {
  name: 'dahua',
  recognises: (message) => (message.carrier === 'text' ? textPattern.test(message.text) : isPushed(message)),
  understand: (message) => {
    const images = message.pictures.map(({ bytes, name, filename }): Image => ({ kind: /plate|cutout/i.test(`${name} ${filename}`) ? 'plate' : 'scene', bytes }))
    return message.carrier === 'text' ? inText(message.text.trim(), images) : inJson(objectOf(message), images)
  },
}

const textPattern = /^\s*(?:Code=\w+;|Events\[\d+\]\.|(?:found=\d+\s+)?items\[\d+\]\.|Heartbeat\s*$)/

function isPushed(message: Message): boolean {
  return hasKeys(message, 'TrafficCar') || hasKeys(message, 'Picture') || hasKeys(message, 'Active', 'DeviceID') || (hasKeys(message, 'Plate') && isObject(objectOf(message)['Plate']))
}

function inText(text: string, images: readonly Image[]): readonly Outcome[] {
  if (/^Heartbeat$/i.test(text)) return [{ reason: 'heartbeat' }]
  if (text.startsWith('Events[')) return dahuaEventsIn(text).flatMap((event) => inEvent(event, word(valueAt(event, 'EventBaseInfo', 'Code')), images))
  if (/^(found|items)\b/.test(text)) return dahuaEventsIn(text).flatMap((file) => inEvent(keptFile(file), 'TrafficJunction', images))
  const code = /^Code=(\w+);/.exec(text)?.[1] ?? null
  const from = text.indexOf('data=')
  if (from === -1) return [{ reason: 'other-event' }]
  const json = readCut(text.slice(from + 'data='.length))
  return isObject(json) ? inEvent(json, code, images) : [{ reason: 'other-event' }]
}

/** Recorders cut events in the middle; what came whole before the cut counts. */
function readCut(text: string): Json {
  try {
    return readJson(Buffer.from(text))
  } catch (error) {
    const mended = error instanceof Unintelligible && error.reason === 'broken-json' ? mendedJson(text) : undefined
    if (mended === undefined) throw error
    return readJson(Buffer.from(mended))
  }
}

/** A picture that the camera kept of a passage, in the shape of the event it was told by. Its file tells it from others. */
function keptFile(file: JsonObject): JsonObject {
  return { TrafficCar: valueAt(file, 'Summary', 'TrafficCar') ?? {}, StartTime: file['StartTime'], FilePath: file['FilePath'] }
}

function inJson(message: JsonObject, images: readonly Image[]): readonly Outcome[] {
  if (word(message['Active'])?.toLowerCase() === 'keepalive') return [{ reason: 'heartbeat' }]
  if ('TrafficCar' in message) return inEvent(message, null, images)
  const picture = message['Picture'] ?? message
  if (!isObject(picture)) throw new Unintelligible('unknown-message', 'a Dahua push without a picture')
  return [inPush(picture, images)]
}

/** Speeding, red lights and parking are the cameras' other trades; each of those events carries a plate too, so what has one is a read. */
function inEvent(event: JsonObject, code: string | null, images: readonly Image[]): readonly Outcome[] {
  const car = event['TrafficCar']
  const object = event['Object']
  const ofObject = word(valueAt(object, 'ObjectType')) === 'Plate' ? word(valueAt(object, 'Text')) : null
  const front = word(event['FrontPlateNumber']) ?? word(valueAt(car, 'FrontPlateNumber'))
  const back = word(event['BackPlateNumber']) ?? word(valueAt(car, 'BackPlateNumber'))
  const main = 'plate' in plateOrNot(word(valueAt(car, 'PlateNumber'))) ? word(valueAt(car, 'PlateNumber')) : (ofObject ?? front)
  if (main === null && back === null && code !== null && !code.startsWith('Traffic')) return [{ reason: 'other-event' }]
  const other = plateOrNot(back)
  const isTrailer = 'plate' in other && !samePlate(back, main)
  return isTrailer ? [readOf(event, main, images), readOf(event, back, [])] : [readOf(event, main, images)]
}

function samePlate(one: string | null, other: string | null): boolean {
  const [first, second] = [plateOrNot(one), plateOrNot(other)]
  return 'plate' in first && 'plate' in second && first.plate === second.plate
}

function readOf(event: JsonObject, asWritten: string | null, images: readonly Image[]): Outcome {
  const plain = plainRead(asWritten)
  if ('reason' in plain) return plain

  const car = event['TrafficCar']
  const capturedAt = momentOf(event)
  const group = numberIn(event['GroupID'])
  return {
    ...plain,
    country: country(word(valueAt(car, 'Country')), word(valueAt(event, 'Object', 'Country'))),
    confidence: confidence(valueAt(event, 'Object', 'Confidence')),
    capturedAt,
    cameraHint: word(valueAt(car, 'DeviceAddress')),
    lane: word(event['Lane']) ?? word(valueAt(car, 'Lane')),
    direction: word(valueAt(car, 'Direction')),
    // Several pictures of one passage share a group; zero is what is sent when there is none.
    passageHint: group === null || group === 0 ? null : `group-${group}`,
    images,
    sameAs: sameMoment(plain.plate, capturedAt, word(event['EventID']) ?? word(event['FilePath']), word(event['IndexInGroup'])) ?? playbackIdentity(event, plain.plate),
  }
}

/**
 * `UTC` counts seconds, and some firmware counts them from its own local midnight. Nothing in the message tells which, so it is taken at
 * its word, and the camera page says when a camera's clock stands whole hours away from ours.
 */
function momentOf(event: JsonObject) {
  const seconds = numberIn(event['UTC'])
  return seconds === null ? captureTime(word(event['StartTime'])) : epochTime(seconds + (numberIn(event['UTCMS']) ?? 0) / 1000)
}

/** A picture stream gives no time of day, but its own clock never gives the same number twice before it is restarted. */
function playbackIdentity(event: JsonObject, plate: string): string | null {
  const pts = word(event['PTS'])
  return pts === null ? null : `pts ${pts} ${plate}`
}

/** ITSAPI: `Picture.Plate`, `Picture.SnapInfo` and base64 pictures. */
function inPush(picture: JsonObject, images: readonly Image[]): Outcome {
  const plain = plainRead(word(valueAt(picture, 'Plate', 'PlateNumber')) ?? word(picture['Plate']))
  if ('reason' in plain) return plain

  const snap: Json | undefined = picture['SnapInfo']
  const capturedAt = captureTime(word(valueAt(snap, 'AccurateTime')) ?? word(valueAt(snap, 'SnapTime')))
  return {
    ...plain,
    country: country(word(valueAt(picture, 'Plate', 'Country')), word(valueAt(picture, 'Plate', 'Region'))),
    confidence: confidence(valueAt(picture, 'Plate', 'Confidence')),
    capturedAt,
    cameraHint: word(valueAt(snap, 'DeviceID')),
    // Spelt so by the maker.
    lane: word(valueAt(snap, 'LanNo')),
    direction: word(valueAt(snap, 'Direction')),
    images: [...images, ...imageIn(valueAt(picture, 'CutoutPic', 'Content'), 'plate'), ...imageIn(valueAt(picture, 'NormalPic', 'Content'), 'scene')],
    sameAs: sameMoment(plain.plate, capturedAt, word(valueAt(snap, 'SnapAddress'))),
  }
}
