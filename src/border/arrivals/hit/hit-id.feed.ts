import { createHash } from 'node:crypto'

/**
 * The one hit that a crossing can give for an entry. Settled by the two, so that reads as they come in and a look back
 * that meet over the same vehicle write the same hit and never two. A UUID of version 8 (RFC 9562).
 */
export function hitIdOf(crossingId: string, entryId: string): string {
  const bytes = createHash('sha256').update(`${crossingId} ${entryId}`).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
