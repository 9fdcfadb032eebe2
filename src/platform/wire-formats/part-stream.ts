import { GrowingBytes } from './growing-bytes.ts'
import { partHeadMaxBytes } from './limits.ts'
import { boundaryOf, headOf, nextDelimiter, partOf, type Head, type Part } from './multipart.ts'
import { Unintelligible } from './unintelligible.ts'
import { isWholeByItself } from './whole-by-itself.ts'

/**
 * An endless multipart body, split while it comes. A part is whole at the next delimiter, or sooner when its content closes itself (XML, JSON,
 * a picture of the stated length): cameras send the next delimiter with their next event or sign of life, and an officer should not wait for
 * it. `Content-Length` alone is never believed. Throws `Unintelligible` when what comes can be no such body, or one part is too large.
 */
export class PartStream {
  readonly #contentType: string
  readonly #partMaxBytes: number
  readonly #held = new GrowingBytes()
  #delimiter: Buffer | undefined
  #inside: Head | undefined
  /** Bytes from the front of what is held that have been looked through already. */
  #searched = 0

  constructor(contentType: string, partMaxBytes: number) {
    this.#contentType = contentType
    this.#partMaxBytes = partMaxBytes
  }

  /** The parts that are whole with this piece. */
  push(piece: Uint8Array): readonly Part[] {
    this.#held.take(piece)
    this.#delimiter ??= delimiterIn(this.#held.view(), this.#contentType)
    const parts: Part[] = []
    while (this.#delimiter !== undefined && (this.#inside !== undefined || this.#enter(this.#delimiter))) {
      const part = this.#leave(this.#delimiter)
      if (part === undefined) break
      parts.push(part)
    }
    return parts
  }

  /** What was held when the body ended after all. */
  end(): readonly Part[] {
    const rest = this.#inside === undefined || this.#held.length === 0 ? [] : [partOf(this.#inside, Buffer.from(this.#held.view()))]
    this.#inside = undefined
    this.#forget(this.#held.length)
    return rest
  }

  /** Goes on to the next part's head; false while it is not here. */
  #enter(delimiter: Buffer): boolean {
    const start = nextDelimiter(this.#held.view(), delimiter, 0)
    this.#forget(start === -1 ? Math.max(0, this.#held.length - delimiter.length - lineEndBytes) : start)
    if (start === -1) return false
    const section = this.#held.view().subarray(delimiter.length)
    const head = section.length < 2 * lineEndBytes ? undefined : headOf(section)
    if (head === undefined) return false
    this.#forget(delimiter.length + head.length)
    this.#inside = head
    return true
  }

  /** The part that has begun, once it is whole. */
  #leave(delimiter: Buffer): Part | undefined {
    if (this.#inside === undefined) return undefined
    const view = this.#held.view()
    const next = nextDelimiter(view, delimiter, Math.max(0, this.#searched - delimiter.length - lineEndBytes))
    this.#searched = view.length
    if (next === -1 && view.length > this.#partMaxBytes) throw new Unintelligible('too-large', `a part of more than ${this.#partMaxBytes} bytes`)
    const bytes = next === -1 ? isWholeByItself(view, this.#inside.fields) : next
    if (bytes === undefined) return undefined
    const part = partOf(this.#inside, Buffer.from(view.subarray(0, bytes)))
    this.#inside = undefined
    this.#forget(bytes)
    return part
  }

  #forget(bytes: number): void {
    this.#held.drop(bytes)
    this.#searched = 0
  }
}

const lineEndBytes = 2

/** Without an announced boundary the first whole line shows it. */
function delimiterIn(start: Buffer, contentType: string): Buffer | undefined {
  if (!/boundary\s*=/i.test(contentType) && !start.subarray(0, partHeadMaxBytes).includes('\n', 2 * lineEndBytes)) {
    if (start.length > partHeadMaxBytes) throw new Unintelligible('broken-multipart', 'no boundary is given')
    return undefined
  }
  // Some announce `boundary=--myboundary` and write exactly that, where the standard wants two more hyphens.
  const boundary = boundaryOf(start, contentType)
  return Buffer.from(boundary.startsWith('--') ? boundary : `--${boundary}`)
}
