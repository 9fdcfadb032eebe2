import { boundaryMaxLength, multipartMaxParts, partHeadMaxBytes } from './limits.ts'
import { Unintelligible } from './unintelligible.ts'

export interface Part {
  readonly name: string
  readonly filename: string | null
  readonly contentType: string
  readonly bytes: Uint8Array
}

/**
 * Splits a whole multipart body that is already in memory. Lenient where cameras are known to be careless: parts may be empty,
 * `Content-Length` may lie, lines may end in LF alone, and the closing boundary may be missing.
 */
export function readMultipart(bytes: Uint8Array, contentType: string): readonly Part[] {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const delimiter = Buffer.from(`--${boundaryOf(body, contentType)}`)
  const sections = sectionsBetween(body, delimiter)
  const parts = sections.map(readPart).filter((part) => part !== undefined)
  if (parts.length === 0) throw new Unintelligible('broken-multipart', 'there is no part in it')
  return parts
}

/** The boundary the sender announced; when the header was lost on the way, the body's first line shows it. */
export function boundaryOf(body: Buffer, contentType: string): string {
  const announced = /boundary\s*=\s*(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const seen = /^\s*--([^\r\n]+?)[ \t]*\r?\n/.exec(body.toString('latin1', 0, boundaryMaxLength + 16))
  const boundary = announced?.[1] ?? announced?.[2] ?? seen?.[1]
  if (boundary === undefined) throw new Unintelligible('broken-multipart', 'no boundary is given')
  if (boundary.length > boundaryMaxLength) throw new Unintelligible('broken-multipart', 'the boundary is too long')
  return boundary
}

function sectionsBetween(body: Buffer, delimiter: Buffer): readonly Buffer[] {
  const sections: Buffer[] = []
  let start = nextDelimiter(body, delimiter, 0)
  while (start !== -1) {
    const from = start + delimiter.length
    if (body.toString('latin1', from, from + 2) === '--') break
    const end = nextDelimiter(body, delimiter, from)
    sections.push(body.subarray(from, end === -1 ? body.length : end))
    if (sections.length > multipartMaxParts) throw new Unintelligible('too-large', `more than ${multipartMaxParts} parts`)
    start = end
  }
  return sections
}

/** A delimiter stands on a line of its own; some cameras forget the line break before it, none the one after. */
export function nextDelimiter(body: Buffer, delimiter: Buffer, from: number): number {
  for (let at = body.indexOf(delimiter, from); at !== -1; at = body.indexOf(delimiter, at + 1)) {
    const after = body.toString('latin1', at + delimiter.length, at + delimiter.length + 2)
    if (at === 0 || body[at - 1] === 0x0a || after === '\r\n' || after === '--') return at
  }
  return -1
}

function readPart(section: Buffer): Part | undefined {
  const head = headOf(section)
  return head === undefined ? undefined : partOf(head, section.subarray(head.length))
}

/** What a part says of itself before its first empty line. */
export interface Head {
  readonly fields: ReadonlyMap<string, string>
  /** With the empty line. */
  readonly length: number
}

/** A section without an empty line was cut off in its head and holds nothing. */
export function headOf(section: Buffer): Head | undefined {
  const start = section.toString('latin1', 0, partHeadMaxBytes)
  const blank = /\r?\n\r?\n/.exec(start)
  if (blank !== null) return { fields: new Map(start.slice(0, blank.index).split(/\r?\n/).map(headerField)), length: blank.index + blank[0].length }
  if (section.length > partHeadMaxBytes) throw new Unintelligible('too-large', 'a part has too long a head')
  return undefined
}

export function partOf({ fields }: Head, content: Buffer): Part {
  const disposition = fields.get('content-disposition') ?? ''
  return {
    name: parameter(disposition, 'name') ?? '',
    filename: parameter(disposition, 'filename'),
    contentType: fields.get('content-type') ?? '',
    bytes: withoutLineEnd(content),
  }
}

function headerField(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()]
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`(?:^|[;\\s])${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2] ?? null
}

function withoutLineEnd(content: Buffer): Uint8Array {
  if (content.at(-1) !== 0x0a) return content
  return content.subarray(0, content.at(-2) === 0x0d ? -2 : -1)
}
