import type { XmlElement } from '#platform/wire-formats'
import { axisEventsIn } from './axis-event.ts'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { attribute, elementsNamed, hasKeys, imageIn, objectOf } from './in-message.ts'
import { elementOfJson } from './json-as-xml.ts'
import { readsMaxPerMessage } from './limits.ts'
import type { Format, Message } from './message.ts'
import { onvifItem, onvifItemText } from './onvif-item.ts'
import { plainRead } from './plain-read.ts'
import { word } from './read-words.ts'
import type { Image, Outcome } from './understanding.ts'

/**
 * ONVIF Profile M: frames of a metadata stream, the event `RuleEngine/Recognition/LicensePlate`, and both of them as JSON from a broker
 * (`onvif-mj`, `onvif-ej`), which is the XML with `@` before attributes (Core specification, annex on JSON).
 */
export const onvif: Format = {
  name: 'onvif',
  recognises: (message) => {
    if (message.carrier === 'xml') return roots.has(message.xml.name) && axisEventsIn(message.xml).length === 0 && (message.xml.name !== 'Envelope' || elementsNamed(message.xml, 'NotificationMessage').length > 0)
    return /\/onvif-[em]j\//.test(message.topic ?? '') || hasKeys(message, 'UtcTime', 'Data') || hasKeys(message, 'VideoAnalytics') || hasKeys(message, 'Frame')
  },
  understand: (message) => {
    const tree = treeOf(message)
    const inFrames = elementsNamed(tree, 'Frame').flatMap(ofFrame)
    const inEvents = elementsNamed(tree, 'Data').flatMap((data) => ofEvent(data, tree))
    const found = [...inFrames, ...inEvents]
    return found.length === 0 ? [{ reason: 'other-event' }] : found.map((each, index) => (index < readsMaxPerMessage ? each : { reason: 'over-limit' }))
  },
}

const roots: ReadonlySet<string> = new Set(['MetadataStream', 'VideoAnalytics', 'Frame', 'Event', 'NotificationMessage', 'Envelope'])

function treeOf(message: Message): XmlElement {
  return message.carrier === 'xml' ? message.xml : elementOfJson('message', objectOf(message))
}

interface Sighting {
  readonly plateNode: XmlElement | undefined
  readonly stamped: string | null
  readonly passageHint: string | null
  /** What the event says of the whole recognition, where the plate itself says nothing. */
  readonly likelihood: string | null
  readonly source: string | null
  readonly direction: string | null
  readonly images: readonly Image[]
}

function ofFrame(frame: XmlElement): readonly Outcome[] {
  return elementsNamed(frame, 'Object').flatMap((object) => elementsNamed(object, 'LicensePlateInfo').map((plateNode) => readOf({
    plateNode,
    stamped: attribute(frame, 'UtcTime'),
    passageHint: hintOf(attribute(object, 'Parent') ?? attribute(object, 'ObjectId')),
    likelihood: null,
    source: attribute(frame, 'Source'),
    direction: null,
    images: elementsNamed(object, 'Image').flatMap((image) => imageIn(image.text.trim(), 'vehicle')),
  })))
}

/** In XML the time is an attribute of the message around the data; in JSON it stands beside it. */
function ofEvent(data: XmlElement, tree: XmlElement): readonly Outcome[] {
  const plateNode = onvifItem(data, 'LicensePlateInfo')
  if (plateNode === undefined) return []
  const around = elementsNamed(tree, 'Message').find((message) => message.children.includes(data)) ?? tree
  const source = around.children.find(({ name }) => name === 'Source')
  return [readOf({
    plateNode,
    stamped: attribute(around, 'UtcTime') ?? (around.children.find(({ name }) => name === 'UtcTime')?.text || null),
    passageHint: hintOf(onvifItemText(data, 'ParentObjectId') ?? onvifItemText(data, 'ObjectId')),
    likelihood: onvifItemText(data, 'Likelihood'),
    source: source === undefined ? null : (onvifItemText(source, 'VideoSource') ?? onvifItemText(source, 'Rule')),
    direction: onvifItemText(data, 'Direction'),
    images: [...imageIn(onvifItemText(data, 'Image') ?? undefined, 'plate'), ...imageIn(onvifItemText(data, 'VehicleImage') ?? undefined, 'vehicle')],
  })]
}

function hintOf(objectId: string | null): string | null {
  return objectId === null ? null : `object-${objectId}`
}

function readOf({ plateNode, stamped, passageHint, likelihood, source, direction, images }: Sighting): Outcome {
  const node = elementNamed(plateNode, 'PlateNumber')
  const plain = plainRead(word(node?.text))
  if ('reason' in plain) return plain

  const capturedAt = captureTime(stamped, 'UTC')
  return {
    ...plain,
    // The standard asks for alpha-2; cameras send alpha-3 as well.
    country: country(word(elementNamed(plateNode, 'CountryCode')?.text)),
    // Where no likelihood is given the standard says 1 (Analytics specification, StringLikelihood).
    confidence: confidence(attribute(node, 'Likelihood') ?? likelihood ?? 1),
    capturedAt,
    cameraHint: word(source),
    direction: word(direction),
    passageHint,
    images,
    sameAs: capturedAt === null ? null : [plain.plate, capturedAt, passageHint, source].join(' '),
  }
}

/** Some JSON repeats the name of a type inside the item of that name, so a level may lie between. */
function elementNamed(from: XmlElement | undefined, name: string): XmlElement | undefined {
  return from === undefined ? undefined : elementsNamed(from, name)[0]
}
