import { Unintelligible, type JsonObject } from '#platform/wire-formats'
import { captureTime, epochTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { hasKeys, numberIn, objectOf, objectsIn } from './in-message.ts'
import { logRowsMax } from './limits.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { word } from './read-words.ts'
import type { Outcome } from './understanding.ts'

/** LILIN's log of plates, whole or one row of it. The engine is FF Group's; the words are its own, and every number is text. */
export const lilin: Format = {
  name: 'lilin',
  recognises: (message) => hasKeys(message, 'INFORMATION') || hasKeys(message, 'LPR', 'TS'),
  understand: (message) => {
    const log = objectOf(message)
    const rows = 'INFORMATION' in log ? objectsIn(log['INFORMATION']) : [log]
    // A log is not one picture, so it may be long; one beyond all measure is looked at by a person.
    if (rows.length > logRowsMax) throw new Unintelligible('too-large', `a log of ${rows.length} rows`)
    return rows.length === 0 ? [{ reason: 'no-result' }] : rows.map(readOf)
  },
}

function readOf(row: JsonObject): Outcome {
  const plain = plainRead(word(row['LPR']))
  if ('reason' in plain) return plain

  const car = word(row['CAR_ID'])
  // TS counts microseconds; MOD_TS is the same moment in words, when the camera was set to write it.
  const capturedAt = epochTime(numberIn(row['TS'])) ?? captureTime(word(row['MOD_TS'])?.replace(/ GMT$/, '') ?? null, 'UTC')
  return {
    ...plain,
    country: country(word(row['COUNTRY'])),
    confidence: confidence(row['THRESHOLD']),
    capturedAt,
    cameraHint: word(row['MAC']),
    direction: word(row['DIRECTION']),
    passageHint: car === null ? null : `car-${car}`,
    state: 'final',
    sameAs: capturedAt === null ? null : `${capturedAt} ${car} ${plain.plate}`,
  }
}
