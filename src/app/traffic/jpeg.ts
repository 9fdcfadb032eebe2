/** Grey values, 0 to 255, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
}

const zigzag = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
])
/** Coarser for finer detail, like the table of ITU-T T.81 annex K but evened out: plates are letters, not faces. */
const quantum = Uint8Array.from({ length: 64 }, (_, index) => 8 + 3 * (Math.floor(index / 8) + (index % 8)))

/** How many codes there are of each length from 1 to 16, then the symbols in order of their codes (ITU-T T.81 tables K.3 and K.5). */
interface CodeTable {
  readonly lengths: readonly number[]
  readonly symbols: Uint8Array
}
const dc: CodeTable = { lengths: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0], symbols: Uint8Array.from({ length: 12 }, (_, index) => index) }
const ac: CodeTable = {
  lengths: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7d],
  symbols: Uint8Array.from(Buffer.from(
    '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a' +
    '636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9ea' +
    'f1f2f3f4f5f6f7f8f9fa', 'hex')),
}

interface Code {
  readonly bits: number
  readonly length: number
}

const dcCodes = codesOf(dc)
const acCodes = codesOf(ac)
const cosines = Array.from({ length: 8 }, (_, frequency) => Float64Array.from({ length: 8 }, (_, at) => Math.cos(((2 * at + 1) * frequency * Math.PI) / 16) * (frequency === 0 ? Math.SQRT1_2 : 1) / 2))

function codesOf({ lengths, symbols }: CodeTable): ReadonlyMap<number, Code> {
  const codes = new Map<number, Code>()
  let bits = 0
  let next = 0
  lengths.forEach((count, index) => {
    for (let of = 0; of < count; of++) codes.set(symbols[next++] ?? 0, { bits: bits++, length: index + 1 })
    bits <<= 1
  })
  return codes
}

/** A baseline JPEG of one grey channel: enough for a plate, small, and what cameras really send. */
export function jpegOf(picture: Picture): Buffer {
  const { width, height } = picture
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    marker(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    marker(0xdb, [0, ...Array.from(zigzag, (at) => quantum[at] ?? 1)]),
    marker(0xc0, [8, ...size, 1, 1, 0x11, 0]),
    marker(0xc4, [0x00, ...dc.lengths, ...dc.symbols]),
    marker(0xc4, [0x10, ...ac.lengths, ...ac.symbols]),
    marker(0xda, [1, 1, 0, 0, 63, 0]),
    scanOf(picture),
    Buffer.from([0xff, 0xd9]),
  ])
}

function marker(code: number, content: readonly number[]): Buffer {
  const length = content.length + 2
  return Buffer.from([0xff, code, length >> 8, length & 255, ...content])
}

function scanOf(picture: Picture): Buffer {
  const writer = bitWriter()
  let before = 0
  for (let y = 0; y < picture.height; y += 8) {
    for (let x = 0; x < picture.width; x += 8) {
      const block = frequenciesOf(picture, x, y)
      writeDifference(writer, (block[0] ?? 0) - before)
      before = block[0] ?? 0
      writeDetail(writer, block)
    }
  }
  return writer.end()
}

/** The block's frequencies in zigzag order, quantised. */
function frequenciesOf({ width, height, grey }: Picture, x: number, y: number): Int16Array {
  const rows = new Float64Array(64)
  for (let row = 0; row < 8; row++) {
    for (let frequency = 0; frequency < 8; frequency++) {
      let sum = 0
      for (let at = 0; at < 8; at++) sum += ((grey[Math.min(y + row, height - 1) * width + Math.min(x + at, width - 1)] ?? 0) - 128) * (cosines[frequency]?.[at] ?? 0)
      rows[row * 8 + frequency] = sum
    }
  }
  return Int16Array.from(zigzag, (at) => {
    let sum = 0
    for (let row = 0; row < 8; row++) sum += (rows[row * 8 + (at % 8)] ?? 0) * (cosines[Math.floor(at / 8)]?.[row] ?? 0)
    return Math.round(sum / (quantum[at] ?? 1))
  })
}

type Writer = ReturnType<typeof bitWriter>

function writeDifference(writer: Writer, difference: number): void {
  const size = sizeOf(difference)
  writer.code(dcCodes.get(size))
  writer.value(difference, size)
}

function writeDetail(writer: Writer, block: Int16Array): void {
  let zeros = 0
  for (let at = 1; at < 64; at++) {
    const value = block[at] ?? 0
    if (value === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) writer.code(acCodes.get(0xf0))
    const size = sizeOf(value)
    writer.code(acCodes.get((zeros << 4) | size))
    writer.value(value, size)
    zeros = 0
  }
  if (zeros > 0) writer.code(acCodes.get(0))
}

function sizeOf(value: number): number {
  return 32 - Math.clz32(Math.abs(value))
}

function bitWriter() {
  const bytes: number[] = []
  let held = 0
  let count = 0
  const put = (bits: number, length: number): void => {
    for (let at = length - 1; at >= 0; at--) {
      held = (held << 1) | ((bits >> at) & 1)
      if (++count < 8) continue
      bytes.push(held)
      // A byte of ones would be a marker, so a zero follows it.
      if (held === 0xff) bytes.push(0)
      held = 0
      count = 0
    }
  }
  return {
    code: (code: Code | undefined): void => put(code?.bits ?? 0, code?.length ?? 0),
    value: (value: number, size: number): void => put(value < 0 ? value + (1 << size) - 1 : value, size),
    end: (): Buffer => {
      if (count > 0) put((1 << (8 - count)) - 1, 8 - count)
      return Buffer.from(bytes)
    },
  }
}
