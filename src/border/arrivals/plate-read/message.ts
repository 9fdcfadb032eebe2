import type { Json, Part, XmlElement } from '#platform/wire-formats'
import type { Tags } from './tag-frame.ts'
import type { Outcome } from './understanding.ts'

interface Carried {
  /** The parts that came with it and are not text: pictures, with the names their maker gave them. */
  readonly pictures: readonly Part[]
  /** Where a broker carried it: the topic is then part of what the message says. */
  readonly topic: string | null
}

/** What a camera sent, opened once, so that no format has to unpack it again. */
export type Message = Carried & (
  | { readonly carrier: 'xml'; readonly xml: XmlElement }
  | { readonly carrier: 'json'; readonly json: Json }
  | { readonly carrier: 'text'; readonly text: string }
  | { readonly carrier: 'tags'; readonly tags: Tags }
)

export type Carrier = Message['carrier']

/** One maker's way of writing: how to tell it from all others, and what it says. */
export interface Format {
  readonly name: string
  readonly recognises: (message: Message) => boolean
  readonly understand: (message: Message) => readonly Outcome[]
}
