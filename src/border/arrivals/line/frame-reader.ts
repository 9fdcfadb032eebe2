import { GrowingBytes, Unintelligible } from '#platform/wire-formats'
import { tagHead, tagHeadBytes, type TagHead } from '../plate-read/tag-frame.ts'

/** One message out of a connection that carries one after the other. */
export interface Frame {
  readonly bytes: Uint8Array
  /** For frames of tags, which want an answer. */
  readonly head: TagHead | undefined
}

const textStart = 0x02
const textEnd = 0x03
const [brace, braceEnd, bracket, bracketEnd, quote, backslash, less] = [...'{}[]"\\<'].map((character) => character.charCodeAt(0))

/**
 * Splits what a camera or its server sends over a bare connection: frames of tags (Nedap, Tattile), XML documents and texts between STX and ETX
 * (AxxonSoft), JSON objects (Axis and FF Group). Each shows its own end. Takes pieces of any size, looks at each byte about once, and throws
 * `Unintelligible` for anything else.
 */
export class FrameReader {
  readonly #maxBytes: number
  readonly #held = new GrowingBytes()
  #searched = 0
  #depth = 0
  #inText = false

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get isUnfinished(): boolean {
    return this.#held.length > 0
  }

  /** The messages that are whole with this piece. */
  push(piece: Uint8Array): readonly Frame[] {
    this.#held.take(piece)
    const frames: Frame[] = []
    for (let frame = this.#next(); frame !== undefined; frame = this.#next()) frames.push(frame)
    if (this.#held.length > this.#maxBytes) throw new Unintelligible('too-large', `a message of more than ${this.#maxBytes} bytes`)
    return frames
  }

  #next(): Frame | undefined {
    if (this.#searched === 0) this.#skipBlanks()
    const view = this.#held.view()
    if (view.length === 0) return undefined
    const head = tagHead(view)
    const end = head === undefined ? this.#endOf(view) : tagHeadBytes + head.bodyBytes
    if (end === undefined || (head !== undefined && end > this.#maxBytes)) return this.#notYet(end)
    if (end > view.length) return undefined
    const bytes = Uint8Array.from(view.subarray(0, end))
    this.#held.drop(end)
    this.#startAnew()
    return { bytes, head }
  }

  #notYet(end: number | undefined): undefined {
    if (end !== undefined) throw new Unintelligible('too-large', `a frame of ${end} bytes`)
    return undefined
  }

  #endOf(view: Buffer): number | undefined {
    const first = view[0]
    if (first === textStart) return this.#after(view, Buffer.of(textEnd))
    if (first === less) return this.#endOfXml(view)
    if (first === brace) return this.#endOfJson(view)
    const mayBecomeTags = view.length < tagHeadBytes && (first === 0 || first === tagHeadBytes)
    if (!mayBecomeTags) throw new Unintelligible('unknown-message', 'what it sent is neither tags, XML, JSON nor framed text')
    return undefined
  }

  #after(view: Buffer, mark: Buffer): number | undefined {
    const at = view.indexOf(mark, Math.max(0, this.#searched - mark.length))
    this.#searched = view.length
    return at === -1 ? undefined : at + mark.length
  }

  /** An XML document ends with its root's own end, or with its root where that is empty. */
  #endOfXml(view: Buffer): number | undefined {
    const start = view.toString('latin1', 0, 4096)
    const [prologue = '', root] = /^(?:<\?[^>]*\?>|<!--[^]*?-->|\s)*<([A-Za-z_][\w.:-]{0,100})/.exec(start) ?? []
    if (root === undefined) return undefined
    const opened = view.indexOf('>', prologue.length)
    if (opened !== -1 && view[opened - 1] === slash) return opened + 1
    return this.#after(view, Buffer.from(`</${root}>`))
  }

  #endOfJson(view: Buffer): number | undefined {
    for (let at = this.#searched; at < view.length; at++) {
      const byte = view[at]
      if (this.#inText) {
        if (byte === backslash) at++
        else if (byte === quote) this.#inText = false
      } else if (byte === quote) this.#inText = true
      else if (byte === brace || byte === bracket) this.#depth++
      else if ((byte === braceEnd || byte === bracketEnd) && --this.#depth === 0) return at + 1
      this.#searched = at + 1
    }
    return undefined
  }

  #startAnew(): void {
    this.#searched = 0
    this.#depth = 0
    this.#inText = false
  }

  /** Line ends between messages. A NUL may begin a frame of tags, so it is left where one could. */
  #skipBlanks(): void {
    const view = this.#held.view()
    let blanks = 0
    while (blanks < view.length && [0x20, 0x09, 0x0a, 0x0d].includes(view[blanks] ?? 0)) blanks++
    this.#held.drop(blanks)
  }
}

const slash = 0x2f
