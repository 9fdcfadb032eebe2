import { Unintelligible } from '#platform/wire-formats'
import { formats } from './formats.ts'
import type { Format, Message } from './message.ts'
import { openMessages } from './open-message.ts'
import { understandingOf, type Understanding } from './understanding.ts'

/**
 * What a camera's message means. The maker is told by what is in the message, not by the address it came to. A `format` that somebody
 * wrote for this camera goes first. Ends in an understanding or in `Unintelligible`, never in another error.
 */
export function understand(bytes: Uint8Array, contentType: string = '', mapped?: Format): Understanding {
  const known = mapped === undefined ? formats : [mapped, ...formats]
  const each = openMessages(bytes, contentType).map((message) => understandOne(message, known))
  const [first] = each
  if (first === undefined) throw new Unintelligible('empty', 'there is no message in it')
  return { format: first.format, reads: each.flatMap(({ reads }) => reads), ignored: each.flatMap(({ ignored }) => ignored) }
}

function understandOne(message: Message, known: readonly Format[]): Understanding {
  const format = known.find((each) => each.recognises(message))
  if (format === undefined) throw new Unintelligible('unknown-message', `${called(message)} from no maker we know`)
  return understandingOf(format.name, format.understand(message))
}

function called(message: Message): string {
  return message.carrier === 'xml' ? `an XML ${message.xml.name.slice(0, 60)}` : { json: 'JSON', text: 'text', tags: 'a frame of tags' }[message.carrier]
}
