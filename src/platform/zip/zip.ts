import { crc32 } from 'node:zlib'

/** One file of an archive. Its name is plain ASCII. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Noon of the first day that the format can name: an archive of the same files has the same bytes whenever it is made. */
const firstDay = { time: 12 << 11, day: (1 << 5) | 1 } as const
const version = 20

/**
 * The files as one ZIP archive (APPNOTE 6.3), stored as they are: PDF is compressed already, and nothing is unpacked to be printed.
 * Throws for a name that is not ASCII, and where the format without its 64-bit extension cannot hold them.
 */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of entries) {
    if (!/^[\x20-\x7e]+$/.test(name)) throw new Error(`The name "${name}" is not plain ASCII`)
    const facts = factsOf(name, bytes)
    const local = Buffer.concat([u32(0x04034b50), u16(version), facts, u16(0), Buffer.from(name, 'ascii'), bytes])
    directory.push(Buffer.concat([u32(0x02014b50), u16(version), u16(version), facts, u16(0), u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name, 'ascii')]))
    parts.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  return Buffer.concat([...parts, listed, u32(0x06054b50), u16(0), u16(0), u16(entries.length), u16(entries.length), u32(listed.length), u32(offset), u16(0)])
}

/** Flags, no compression, the moment, checksum, both sizes and the length of the name: the same in both places where a file is named. */
function factsOf(name: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([u16(0), u16(0), u16(firstDay.time), u16(firstDay.day), u32(crc32(bytes)), u32(bytes.length), u32(bytes.length), u16(name.length)])
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
