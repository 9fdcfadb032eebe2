import { childrenNamed, elementAt, textAt, type Part, type XmlElement } from '#platform/wire-formats'
import { captureTime, compactTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, plateOrNot, sameMoment, word } from './read-words.ts'
import type { Candidate, ImageKind, Outcome } from './understanding.ts'

/** Hikvision ISAPI `EventNotificationAlert`, alone or as a part of a form that also carries pictures. */
export const hikvision: Format = {
  name: 'hikvision',
  recognises: (message) => message.carrier === 'xml' && message.xml.name === 'EventNotificationAlert',
  understand: (message) => {
    if (message.carrier !== 'xml') return []
    // Motion, tampering and heartbeats ("VMD", "videoloss" ...) come on the same socket as plates.
    return textAt(message.xml, 'eventType')?.toUpperCase() === 'ANPR' ? [readOf(message.xml, message.pictures)] : [{ reason: 'other-event' }]
  },
}

function readOf(alert: XmlElement, pictures: readonly Part[]): Outcome {
  const anpr = elementAt(alert, 'ANPR')
  const corrected = textAt(anpr, 'licensePlate')
  const original = textAt(anpr, 'originalLicensePlate')
  const plain = plainRead(corrected)
  if ('reason' in plain) return plain

  const plateAsRead = word('plate' in plateOrNot(original) ? original : corrected) ?? plain.plate
  const capturedAt = capturedAtOf(alert)
  return {
    ...plain,
    plateAsRead,
    country: country(textAt(alert, 'countryAbbreviation') ?? textAt(anpr, 'countryAbbreviation'), textAt(anpr, 'country')),
    confidence: confidence(textAt(anpr, 'confidenceLevel') ?? undefined),
    capturedAt,
    cameraHint: word(textAt(alert, 'deviceUUID') ?? textAt(alert, 'macAddress') ?? textAt(alert, 'deviceID') ?? textAt(alert, 'ipAddress')),
    lane: word(textAt(anpr, 'line')),
    direction: directionOf(textAt(anpr, 'direction')),
    characterConfidence: characterConfidenceOf(textAt(anpr, 'plateCharBelieve'), plateAsRead),
    candidates: correctionOf(plain.plate, original),
    passageHint: identity(textAt(alert, 'UUID')),
    images: pictures.map((part) => ({ kind: kindOf(`${part.name} ${part.filename ?? ''}`), bytes: part.bytes })),
    sameAs: identityOf(alert) ?? sameMoment(plain.plate, capturedAt),
  }
}

/** UUID, else the first picture's id: either survives a repeat of the alarm and an upload from the memory card later on. */
function identityOf(alert: XmlElement): string | null {
  return identity(textAt(alert, 'UUID')) ?? identity(pictureTexts(alert, 'pId')[0])
}

/**
 * When the plate was seen. `dateTime` carries an offset on all but old firmware. A message sent late from the memory card
 * (`isDataRetransmission`) may be stamped with its sending, so there the picture's own time is believed first.
 */
function capturedAtOf(alert: XmlElement) {
  const stamped = textAt(alert, 'dateTime')
  const pictured = compactTime(pictureTexts(alert, 'absTime')[0] ?? null, stamped)
  const late = textAt(alert, 'isDataRetransmission')?.toLowerCase() === 'true'
  return late ? (pictured ?? captureTime(stamped)) : (captureTime(stamped) ?? pictured)
}

function pictureTexts(alert: XmlElement, field: string): readonly string[] {
  const pictures = childrenNamed(elementAt(alert, 'ANPR', 'pictureInfoList'), 'pictureInfo')
  return pictures.map((picture) => textAt(picture, field)).filter((text) => text !== null)
}

function directionOf(direction: string | null): string | null {
  return direction?.toLowerCase() === 'unknown' ? null : word(direction)
}

/** One number a character, 0 to 99; a list that does not fit the plate would blame the wrong characters, so it is dropped. */
function characterConfidenceOf(list: string | null, plateAsRead: string): readonly number[] | null {
  const values = list?.split(',').map((value) => confidence(value)) ?? []
  const known = values.filter((value) => value !== null)
  return known.length === values.length && known.length === plateAsRead.replace(/[\s.-]/g, '').length ? known : null
}

/** What the camera read before its own correction is an alternative worth matching. */
function correctionOf(plate: string, original: string | null): readonly Candidate[] {
  const before = plateOrNot(original)
  return 'plate' in before && before.plate !== plate ? [{ plate: before.plate, confidence: null }] : []
}

function kindOf(name: string): ImageKind {
  if (/licenseplate|plate/i.test(name)) return 'plate'
  return /vehicle/i.test(name) ? 'vehicle' : 'scene'
}
