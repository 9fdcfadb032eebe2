import { childrenNamed, type XmlElement } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { confidence } from './confidence.ts'
import { country } from './country.ts'
import { attribute, elementsNamed, imageIn } from './in-message.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { identity, sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'

/**
 * Adaptive Recognition's Vidar and Carmen send what the installer wrote. Here are the two templates of its manual, the XML of `value`
 * attributes and the lines of `name=value;`; for any other, a mapping is written on the staff site.
 */
export const adaptiveRecognition: Format = {
  name: 'adaptive-recognition',
  recognises: (message) => {
    if (message.carrier === 'xml') return message.xml.name === 'result' && childrenNamed(message.xml, 'text').length > 0
    return message.carrier === 'text' && /^\s*plate_text=/m.test(message.text)
  },
  understand: (message) => {
    if (message.carrier === 'xml') return [readOf((name) => inXml(message.xml, name))]
    return message.carrier === 'text' ? [readOf((name) => inLines(message.text, lineNames[name] ?? name))] : []
  },
}

const lineNames: Readonly<Record<string, string>> = { ID: 'event_id', text: 'plate_text', location: 'camera_location', image: 'vehicle_image', country: 'plate_country', time: 'event_time' }

function inXml(result: XmlElement, name: string): string | null {
  const element = elementsNamed(result, name)[0]
  return attribute(element, 'value') ?? (element?.text.trim() || null)
}

function inLines(text: string, name: string): string | null {
  const line = text.split(/\r?\n/).find((each) => each.trimStart().startsWith(`${name}=`))
  return line?.slice(line.indexOf('=') + 1).replace(/;\s*$/, '').trim() || null
}

function readOf(field: (name: string) => string | null): Outcome {
  const plain = plainRead(filled(word(field('text') ?? undefined)))
  if ('reason' in plain) return plain

  const capturedAt = captureTime(field('time') ?? field('timestamp'))
  return {
    ...plain,
    country: country(filled(field('country'))),
    confidence: confidence(field('confidence') ?? undefined),
    capturedAt,
    cameraHint: filled(word(field('location') ?? undefined)),
    lane: filled(word(field('lane') ?? undefined)),
    direction: filled(word(field('direction') ?? undefined)),
    images: imageIn(field('image') ?? undefined, 'vehicle'),
    sameAs: identity(field('ID') ?? undefined) ?? sameMoment(plain.plate, capturedAt),
  }
}

/** `$(ANPR_TEXT)` is what a template says when nothing was put in. */
function filled(text: string | null): string | null {
  return text === null || /^\$[\w(]/.test(text) ? null : text
}
