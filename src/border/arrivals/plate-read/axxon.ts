import type { XmlElement } from '#platform/wire-formats'
import { captureTime } from './capture-time.ts'
import { percent } from './confidence.ts'
import { country } from './country.ts'
import { attribute, imageIn, numberIn } from './in-message.ts'
import type { Format } from './message.ts'
import { plainRead } from './plain-read.ts'
import { sameMoment, word } from './read-words.ts'
import type { Outcome } from './understanding.ts'

/**
 * AxxonSoft's two ports. 35555: `CAR_PLATE`, one element with everything in attributes; the vehicle's picture is its text, or in older versions
 * hides in a comment, which is dropped unread. 55555: time, camera and plate as one text between STX and ETX.
 */
export const axxon: Format = {
  name: 'axxon',
  recognises: (message) => (message.carrier === 'text' ? framedText.test(message.text) : message.carrier === 'xml' && message.xml.name === 'CAR_PLATE'),
  understand: (message) => {
    if (message.carrier === 'text') return [inText(message.text)]
    return message.carrier === 'xml' ? [inElement(message.xml)] : []
  },
}

// oxlint-disable-next-line no-control-regex -- the frame is made of control characters
const framedText = /^\s*\u0002(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})([^\u0002\u0003]{1,40})\u0003\s*$/

function inElement(car: XmlElement): Outcome {
  const images = [...imageIn(attribute(car, 'plateImage') ?? undefined, 'plate'), ...imageIn(car.text.trim(), 'vehicle')]
  const camera = word(attribute(car, 'cam-id') ?? undefined)
  const direction = word(attribute(car, 'direction') ?? undefined)
  const read = readOf({ asWritten: word(attribute(car, 'plate') ?? undefined), stamped: attribute(car, 'time'), camera })
  if (!('plate' in read)) return read
  return { ...read, images, country: country(attribute(car, 'plate_mask')), confidence: percent(numberIn(attribute(car, 'confidence') ?? undefined) ?? undefined), direction: direction === 'none' ? null : direction }
}

function inText(text: string): Outcome {
  const [, year, month, day, hour, minute, second, camera = null, asWritten = ''] = framedText.exec(text) ?? []
  return readOf({ asWritten: word(asWritten), stamped: `${year}-${month}-${day}T${hour}:${minute}:${second}`, camera })
}

interface Written {
  readonly asWritten: string | null
  readonly stamped: string | null
  readonly camera: string | null
}

function readOf({ asWritten, stamped, camera }: Written): Outcome {
  const plain = plainRead(asWritten)
  if ('reason' in plain) return plain

  const capturedAt = captureTime(stamped)
  return {
    ...plain,
    capturedAt,
    cameraHint: camera,
    sameAs: sameMoment(plain.plate, capturedAt, camera),
  }
}
