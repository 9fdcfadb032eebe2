import { textAt, type JsonObject, type XmlElement } from '#platform/wire-formats'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { elementsNamed, hasKeys, imageIn, objectOf, valueAt } from './in-message.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'
import { writtenMoment } from './written-moment.ts'

/** Genetec AutoVu: the SharpV's XML template, and the reads and list hits of the third-party exporter as XML or JSON. */
export const genetec: Format = {
  name: 'genetec',
  recognises: (message) => (message.carrier === 'xml' ? roots.has(message.xml.name) : hasKeys(message, 'Plate', 'DateUtc') || hasKeys(message, 'Plate', 'TimeUtc')),
  understand: (message) => [message.carrier === 'xml' ? readOf((field) => inXml(message.xml, field)) : readOf((field) => inJson(objectOf(message), field))],
}

const roots: ReadonlySet<string> = new Set(['AutoVu', 'Hotlist', 'Read', 'LicensePlateRead'])

type Field = (name: string) => string | null

/** A list hit puts the read inside itself, so a field is looked for at any depth, nearest first. */
function inXml(root: XmlElement, field: string): string | null {
  const named = elementsNamed(root, 'Attribute').find(({ attributes }) => attributes['name'] === field)
  return textAt(root, field) ?? elementsNamed(root, field).map(({ text }) => text.trim()).find((text) => text !== '') ?? (named?.text.trim() || null)
}

function inJson(message: JsonObject, field: string): string | null {
  const value = message[field] ?? valueAt(message, 'Attributes', field)
  return typeof value === 'string' ? value : word(value)
}

function readOf(field: Field): Outcome {
  const plain = plainRead(filled(word(field('Plate') ?? field('PlateReadMatched') ?? field('PlateRead'))))
  if ('reason' in plain) return plain

  const moment = writtenMoment(field('UTCDate') ?? field('DateUtc'), field('UTCTime') ?? field('TimeUtc'), 'UTC')
  return {
    ...plain,
    country: country(filled(word(field('State') ?? field('PlateState')))),
    confidence: confidence(field('ConfidenceScore') ?? field('Confidence') ?? field('Confidence Score') ?? undefined),
    capturedAt: moment.capturedAt,
    ...(moment.otherwise === undefined ? {} : { capturedAtOtherwise: moment.otherwise }),
    cameraHint: filled(word(field('CameraName') ?? field('SourceName'))),
    lane: filled(word(field('Lane'))),
    direction: filled(word(field('Relative Motion') ?? field('RelativeMotion'))),
    images: [...imageIn(field('PlateImage') ?? undefined, 'plate'), ...imageIn(field('ContextImage') ?? undefined, 'scene')],
    sameAs: identity(field('Guid') ?? field('HitID') ?? undefined) ?? sameMoment(plain.plate, moment.capturedAt, word(field('CameraName'))),
  }
}

/** A template that the installer never filled sends the names of its own gaps. */
function filled(text: string | null): string | null {
  return text === null || /^#[A-Z_]+#/.test(text) || /^\*+$/.test(text) ? null : text
}
