import { childrenNamed, elementAt, textAt, type XmlElement } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { readsMaxPerMessage } from './limits.ts'
import type { Format } from './message.ts'
import { identity, plateOrNot, sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'

/**
 * Milestone XProtect's analytics event, as its plate recognition and its integrations send it: the list's name is the message, the country the
 * custom tag, the plate the value of an object. Only events of a type that names plates are read; every other detector speaks the same XML.
 */
export const milestone: Format = {
  name: 'milestone',
  recognises: (message) => message.carrier === 'xml' && message.xml.name === 'AnalyticsEvent',
  understand: (message) => {
    if (message.carrier !== 'xml') return []
    const header = elementAt(message.xml, 'EventHeader')
    if (!/lpr|anpr|alpr|licen[cs]e ?plate|number ?plate/i.test(`${textAt(header, 'Type') ?? ''} ${textAt(header, 'Class') ?? ''}`)) return [{ reason: 'other-event' }]
    const objects = childrenNamed(elementAt(message.xml, 'ObjectList'), 'Object').slice(0, readsMaxPerMessage)
    return objects.length === 0 ? [{ reason: 'no-result' }] : objects.map((object) => readOf(header, object))
  },
}

function readOf(header: XmlElement | undefined, object: XmlElement): Outcome {
  const asWritten = word(textAt(object, 'Value') ?? undefined)
  const chosen = plateOrNot(asWritten)
  if (!('plate' in chosen)) return chosen

  const capturedAt = captureTime(textAt(header, 'Timestamp'))
  const id = identity(textAt(header, 'ID') ?? undefined)
  return {
    plate: chosen.plate,
    plateAsRead: asWritten ?? chosen.plate,
    country: country(textAt(header, 'CustomTag')),
    confidence: confidence(textAt(object, 'Confidence') ?? undefined),
    capturedAt,
    cameraHint: word(textAt(header, 'Source', 'Name') ?? textAt(header, 'Source', 'FQID', 'ObjectId') ?? undefined),
    lane: null,
    direction: null,
    characterConfidence: null,
    candidates: [],
    passageHint: null,
    state: 'new',
    images: [],
    sameAs: id === null ? sameMoment(chosen.plate, capturedAt) : `event ${id} ${chosen.plate}`,
  }
}
