import type { Part } from '#platform/wire-formats'
import type { StreamKind } from '../camera/camera.ts'

/** An event with the pictures that followed it. */
export type Gathered = readonly [Part, ...Part[]]

/** Puts pictures to the event before them. Pure but for what it holds: the event whose pictures may still come. */
export class EventGathering {
  readonly #kind: StreamKind
  #open: Gathered | undefined
  #expected = 0

  constructor(kind: StreamKind) {
    this.#kind = kind
  }

  get isWaiting(): boolean {
    return this.#open !== undefined
  }

  /** The events that are whole with this part. */
  take(part: Part): readonly Gathered[] {
    if (part.bytes.length === 0) return []
    if (isPicture(part)) return this.#addPicture(part)
    const before = this.flush()
    this.#open = [part]
    this.#expected = picturesAfter(this.#kind, part)
    return this.#expected === 0 ? [...before, ...this.flush()] : before
  }

  /** The event that was waiting, with what has come of its pictures. */
  flush(): readonly Gathered[] {
    const open = this.#open
    this.#open = undefined
    return open === undefined ? [] : [open]
  }

  /** A picture without an event before it shows nothing that we could name. */
  #addPicture(part: Part): readonly Gathered[] {
    if (this.#open === undefined) return []
    const [event, ...pictures] = this.#open
    this.#open = [event, ...pictures, part]
    return pictures.length + 1 >= this.#expected ? this.flush() : []
  }
}

function isPicture({ contentType, bytes }: Part): boolean {
  return /^image\//i.test(contentType) || (bytes[0] === 0xff && bytes[1] === 0xd8)
}

/** Hikvision says how many pictures follow; `snapManager` sends one with each event; signs of life have none. */
function picturesAfter(kind: StreamKind, { bytes }: Part): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (kind === 'hikvision-alerts') return Math.min(picturesMax, Number(/<(?:\w+:)?picNum>\s*(\d{1,3})\s*</.exec(text)?.[1] ?? 0))
  return kind === 'dahua-snaps' && text.startsWith('Events[') ? 1 : 0
}

const picturesMax = 8

/** A sign that the camera is there, and nothing more. */
export function isSignOfLife({ bytes }: Part): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').trim()
  if (/^heartbeat$/i.test(text)) return true
  return /<(?:\w+:)?eventType>\s*(videoloss|heartbeat)\s*</i.test(text) && /<(?:\w+:)?eventState>\s*inactive\s*</i.test(text)
}
