import type { Json, JsonObject } from '#platform/wire-formats'
import { isObject } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence, percent } from './confidence.ts'
import { hasKeys, imageIn, numberIn, objectOf, objectsIn, valueAt } from './in-message.ts'
import { readsMaxPerMessage } from './limits.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, sameMoment, word } from './read-words.ts'
import type { Image, ImageKind, Outcome } from './understanding.ts'

/** GA/T 1400, the interface of China's camera networks, which exported cameras also speak: `MotorVehicleObject`, one or a list, with the trailer's plate beside. */
export const gaT1400: Format = {
  name: 'ga-t-1400',
  recognises: (message) => hasKeys(message, 'MotorVehicleListObject') || hasKeys(message, 'MotorVehicleObject') || hasKeys(message, 'MotorVehicleID', 'PlateNo'),
  understand: (message) => {
    const vehicles = vehiclesIn(objectOf(message))
    if (vehicles.length === 0) return [{ reason: 'no-result' }]
    return vehicles.flatMap((vehicle, index): readonly Outcome[] => (index < readsMaxPerMessage ? readsOf(vehicle) : [{ reason: 'over-limit' }]))
  },
}

function vehiclesIn(message: JsonObject): readonly JsonObject[] {
  const list: Json | undefined = valueAt(message, 'MotorVehicleListObject', 'MotorVehicleObject') ?? message['MotorVehicleObject'] ?? message
  return isObject(list) ? [list].filter((vehicle) => 'PlateNo' in vehicle || 'HasPlate' in vehicle) : objectsIn(list)
}

function readsOf(vehicle: JsonObject): readonly Outcome[] {
  const main = readOf(vehicle, word(vehicle['PlateNo']), imagesOf(vehicle))
  const attached = readOf(vehicle, word(vehicle['PlateNoAttach']), [])
  return 'plate' in attached ? [main, attached] : [main]
}

function readOf(vehicle: JsonObject, asWritten: string | null, images: readonly Image[]): Outcome {
  const plain = plainRead(asWritten)
  if ('reason' in plain) return plain

  const capturedAt = moment(word(vehicle['PassTime']) ?? word(vehicle['AppearTime']))
  const id = identity(vehicle['MotorVehicleID'])
  const characters = charactersOf(word(vehicle['PlateCharReliability']), plain.plate)
  return {
    ...plain,
    plateAsRead: characters === null ? (asWritten ?? plain.plate) : plain.plate,
    confidence: percent(numberIn(vehicle['PlateReliability']) || undefined),
    capturedAt,
    cameraHint: word(vehicle['DeviceID']) ?? word(vehicle['TollgateID']),
    lane: word(vehicle['LaneNo']),
    direction: word(vehicle['Direction']),
    characterConfidence: characters,
    passageHint: id,
    images,
    sameAs: id === null ? sameMoment(plain.plate, capturedAt) : `vehicle ${id} ${plain.plate}`,
  }
}

/** `yyyyMMddHHmmss`, in the camera's own time. */
function moment(text: string | null) {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text ?? '') ?? []
  return year === undefined ? captureTime(text) : captureTime(`${year}-${month}-${day}T${hour}:${minute}:${second}`)
}

/** `A-90,B-88`: each character with how sure it is; kept where it spells the plate. */
function charactersOf(list: string | null, plate: string): readonly number[] | null {
  const told = [...(list ?? '').matchAll(/([A-Za-z0-9])-(\d{1,3})(?=,|$)/g)].map(([, character = '', sure = '']) => ({ character: character.toUpperCase(), sure: confidence(sure) }))
  const numbers = told.map(({ sure }) => sure).filter((sure) => sure !== null)
  return told.map(({ character }) => character).join('') === plate && numbers.length === told.length ? numbers : null
}

const kinds: Readonly<Record<string, ImageKind>> = { '02': 'plate', '01': 'vehicle' }

function imagesOf(vehicle: JsonObject): readonly Image[] {
  const list = objectsIn(valueAt(vehicle, 'SubImageList', 'SubImageInfoObject')).slice(0, readsMaxPerMessage)
  return list.flatMap((image) => imageIn(image['Data'], kinds[word(image['Type']) ?? ''] ?? 'scene'))
}
