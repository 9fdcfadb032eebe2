import { childrenNamed, elementAt, textAt, type XmlElement } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { readsMaxPerMessage } from './limits.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, sameMoment, word } from './read-words.ts'
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
  const plain = plainRead(word(textAt(object, 'Value') ?? undefined))
  if ('reason' in plain) return plain

  const capturedAt = captureTime(textAt(header, 'Timestamp'))
  const id = identity(textAt(header, 'ID') ?? undefined)
  return {
    ...plain,
    country: country(textAt(header, 'CustomTag')),
    confidence: confidence(textAt(object, 'Confidence') ?? undefined),
    capturedAt,
    cameraHint: word(textAt(header, 'Source', 'Name') ?? textAt(header, 'Source', 'FQID', 'ObjectId') ?? undefined),
    sameAs: id === null ? sameMoment(plain.plate, capturedAt) : `event ${id} ${plain.plate}`,
  }
}
