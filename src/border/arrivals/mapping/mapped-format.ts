import type { Json, XmlElement } from '#platform/wire-formats'
import { country } from '../plate-read/country.ts'
import { imageIn } from '../plate-read/in-message.ts'
import { readsMaxPerMessage } from '../plate-read/limits.ts'
import type { Format, Message } from '../plate-read/message.ts'
import { plainRead } from '../plate-read/plain-read.ts'
import { identity, sameMoment, word } from '../plate-read/read-words.ts'
import type { Image, Outcome } from '../plate-read/understanding.ts'
import { found, placeOf, type Place, type ReadRecord } from './field.ts'
import { placedFields, type Mapping, type PlacedField } from './mapping.ts'
import { pathSteps, reached } from './path.ts'
import { momentIn } from './time-format.ts'

type Places = ReadonlyMap<PlacedField, Place>

/** A mapping as one more format, which its camera's messages are held against first. What it does not fit goes on to the makers' own. */
export function mappedFormat(mapping: Mapping): Format {
  const places = placesOf(mapping)
  return {
    name: `mapping:${mapping.name}`,
    recognises: (message) => message.carrier === mapping.carrier && recordsIn(message, mapping).some((record) => written(places, 'plate', record) !== null),
    understand: (message) => recordsIn(message, mapping).map((record, index) => (index < readsMaxPerMessage ? readOf(record, { mapping, places, message }) : { reason: 'over-limit' })),
  }
}

function placesOf(mapping: Mapping): Places {
  return new Map(placedFields.flatMap((field) => {
    const text = mapping.places[field]
    const place = text === undefined ? undefined : placeOf(text)
    return place === undefined || typeof place === 'string' ? [] : [[field, place] as const]
  }))
}

function recordsIn(message: Message, mapping: Mapping): readonly ReadRecord[] {
  if (message.carrier === 'text') return [{ tree: null, text: message.text }]
  if (message.carrier === 'tags') return []
  const tree = message.carrier === 'json' ? message.json : treeOf(message.xml)
  const trees = mapping.records === '' ? [tree] : reached(tree, pathSteps(mapping.records) ?? []).flatMap((each) => (Array.isArray(each) ? each : [each]))
  return trees.map((each: Json) => ({ tree: each, text: JSON.stringify(each) }))
}

/** XML as a tree of keys: attributes under `@name`, text under `#text`, an element that comes twice as a list. The root's own name is not in the path. */
function treeOf(element: XmlElement): Json {
  const text = element.text.trim()
  const attributes = Object.entries(element.attributes).map(([name, value]): readonly [string, Json] => [`@${name.slice(name.indexOf(':') + 1)}`, value])
  if (element.children.length === 0 && attributes.length === 0) return text
  const named = Map.groupBy(element.children, ({ name }) => name)
  const children = [...named].map(([name, all]): readonly [string, Json] => [name, all.length === 1 && all[0] !== undefined ? treeOf(all[0]) : all.map(treeOf)])
  return Object.fromEntries([...attributes, ...children, ...(text === '' ? [] : [['#text', text] as const])])
}

function written(places: Places, field: PlacedField, record: ReadRecord): string | null {
  const place = places.get(field)
  return place === undefined ? null : word(found(place, record) ?? undefined)
}

function readOf(record: ReadRecord, { mapping, places, message }: { readonly mapping: Mapping; readonly places: Places; readonly message: Message }): Outcome {
  const asWritten = written(places, 'plate', record)
  const isSentinel = mapping.noPlateWords.some((sentinel) => sentinel.toUpperCase() === asWritten?.toUpperCase())
  const plain = plainRead(isSentinel ? null : asWritten)
  if ('reason' in plain) return plain

  const capturedAt = momentIn(written(places, 'capturedAt', record), mapping.timeFormat, mapping.timeZone)
  const hint = written(places, 'passageHint', record)
  return {
    ...plain,
    country: country(written(places, 'country', record)),
    confidence: shareOf(written(places, 'confidence', record), mapping.confidenceOutOf),
    capturedAt,
    cameraHint: written(places, 'cameraHint', record),
    lane: written(places, 'lane', record),
    direction: written(places, 'direction', record),
    passageHint: identity(hint ?? undefined),
    images: [...message.pictures.map(({ bytes }): Image => ({ kind: 'scene', bytes })), ...imageAt(places, 'plateImage', record), ...imageAt(places, 'sceneImage', record)],
    sameAs: sameMoment(plain.plate, capturedAt, hint),
  }
}

/** A picture in base64; too long to be a word, so it is taken as it stands. */
function imageAt(places: Places, field: 'plateImage' | 'sceneImage', record: ReadRecord): readonly Image[] {
  const place = places.get(field)
  const base64 = place === undefined ? null : found(place, record)
  return base64 === null ? [] : imageIn(base64, field === 'plateImage' ? 'plate' : 'scene')
}

function shareOf(text: string | null, outOf: number): number | null {
  const share = text === null ? Number.NaN : Number(text.replace(/%$/, '').replace(',', '.')) / outOf
  return share >= 0 && share <= 1 ? Math.round(share * 1e6) / 1e6 : null
}
