import { hash, randomBytes } from 'node:crypto'

/** A version 7 UUID (RFC 9562): unique across sites without asking, and close to the order of making. */
export function newId(): string {
  return newIdAt(Date.now())
}

/** The same, filed under a moment of the caller's: what it names was not made now. */
export function newIdAt(epochMs: number): string {
  return uuidOf(epochMs, sixteenByChance(), 0x70)
}

const chanceAtOnceBytes = 4096
let chance = Buffer.alloc(0)

/** Asked for in larger pieces, because each request to the source of chance costs more than all else about an id. No byte is used twice. */
function sixteenByChance(): Buffer {
  if (chance.length === 0) chance = randomBytes(chanceAtOnceBytes)
  const sixteen = chance.subarray(0, 16)
  chance = chance.subarray(16)
  return sixteen
}

/**
 * An id filed under a moment and otherwise settled by what it is made of, so that the same thing told twice has one id.
 * Version 8, because no part of it is chance.
 */
export function settledIdAt(epochMs: number, ...parts: readonly string[]): string {
  return uuidOf(epochMs, hash('sha256', JSON.stringify(parts), 'buffer').subarray(0, 16), 0x80)
}

/** Begins with the moment, in milliseconds since 1970; `version` is the high half of the seventh byte. */
function uuidOf(epochMs: number, bytes: Buffer, version: number): string {
  bytes.writeUIntBE(epochMs, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | version, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The least id that can be filed under this moment or later: what lies before it was seen before. */
export function firstIdAt(epochMs: number): string {
  const hex = Math.max(0, Math.floor(epochMs)).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** The moment an id is filed under: the other way round. */
export function filedAtMs(id: string): number {
  return Number.parseInt(`${id.slice(0, 8)}${id.slice(9, 13)}`, 16)
}
