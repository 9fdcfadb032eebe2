import { Unintelligible } from '#platform/wire-formats'
import { tagsMax } from './limits.ts'

/** What a frame holds, by the number of the tag. */
export type Tags = ReadonlyMap<number, Uint8Array>

/** Six words of 32 bits: the head's own length, the command, two of nothing, an error, and the length of what follows. */
export const tagHeadBytes = 24
const plateCommand = 40_000
/** Pictures are padded to whole words; texts are not. */
const paddedTag = 14_020

export interface TagHead {
  readonly littleEndian: boolean
  readonly bodyBytes: number
}

/** The head of a frame, in whichever order of bytes its own length reads as 24; undefined when it is none. */
export function tagHead(bytes: Uint8Array): TagHead | undefined {
  if (bytes.length < tagHeadBytes) return undefined
  const view = viewOf(bytes)
  const littleEndian = view.getUint32(0, true) === tagHeadBytes
  const isFrame = view.getUint32(0, littleEndian) === tagHeadBytes && view.getUint32(4, littleEndian) === plateCommand
  return isFrame ? { littleEndian, bodyBytes: view.getUint32(20, littleEndian) } : undefined
}

export function isTagFrame(bytes: Uint8Array): boolean {
  return tagHead(bytes) !== undefined
}

/** The tags of one whole frame. Their order is not fixed, and ones we do not know are kept and ignored. */
export function readTags(bytes: Uint8Array): Tags {
  const head = tagHead(bytes)
  if (head === undefined) throw new Unintelligible('broken-frame', 'it does not begin with a head')
  const end = tagHeadBytes + head.bodyBytes
  if (end > bytes.length) throw new Unintelligible('broken-frame', 'it ends before it should')
  const view = viewOf(bytes)
  const tags = new Map<number, Uint8Array>()
  for (let at = tagHeadBytes; at + 8 <= end;) {
    const id = view.getUint32(at, head.littleEndian)
    const length = view.getUint32(at + 4, head.littleEndian)
    if (at + 8 + length > end) throw new Unintelligible('broken-frame', `tag ${id} is longer than its frame`)
    if (tags.size >= tagsMax) throw new Unintelligible('too-large', `more than ${tagsMax} tags`)
    tags.set(id, bytes.subarray(at + 8, at + 8 + length))
    at += 8 + (id === paddedTag ? Math.ceil(length / 4) * 4 : length)
  }
  return tags
}

/** What answers a frame: its own head with nothing behind it. */
export function tagAnswer({ littleEndian }: TagHead): Uint8Array {
  const answer = new Uint8Array(tagHeadBytes)
  viewOf(answer).setUint32(0, tagHeadBytes, littleEndian)
  viewOf(answer).setUint32(4, plateCommand, littleEndian)
  return answer
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
}
