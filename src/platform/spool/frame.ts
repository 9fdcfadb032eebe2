import { crc32 } from 'node:zlib'
import { entryMaxBytes } from './limits.ts'

/** What was appended, and where: positions count bytes from the spool's first day and never start again. */
export interface SpoolEntry {
  readonly position: number
  readonly end: number
  readonly content: Buffer
}

const headBytes = 8

/** Length and checksum before the content, so that a tail torn by a power cut is told from an entry. */
export function framed(content: Uint8Array): Buffer {
  if (content.length === 0 || content.length > entryMaxBytes) throw new RangeError(`An entry of ${content.length} bytes cannot be spooled`)
  const frame = Buffer.allocUnsafe(headBytes + content.length)
  frame.writeUInt32LE(content.length, 0)
  frame.writeUInt32LE(crc32(content), 4)
  frame.set(content, headBytes)
  return frame
}

/** The whole entries at the start of `bytes`, which lie at `position`; stops at the first that is incomplete or damaged. */
export function entriesIn(bytes: Buffer, position: number): readonly SpoolEntry[] {
  const entries: SpoolEntry[] = []
  for (let at = 0; at + headBytes <= bytes.length;) {
    const length = bytes.readUInt32LE(at)
    const end = at + headBytes + length
    // A block of zeros, which a file system may leave behind, has a valid checksum for nothing at all.
    if (length === 0 || length > entryMaxBytes || end > bytes.length) break
    const content = bytes.subarray(at + headBytes, end)
    if (crc32(content) !== bytes.readUInt32LE(at + 4)) break
    entries.push({ position: position + at, end: position + end, content })
    at = end
  }
  return entries
}

/** What a frame of ours carries. */
export function contentOf(frame: Buffer): Buffer {
  return frame.subarray(headBytes)
}
