import { inflateSync } from 'node:zlib'

/** What a reader of our own finds in a PDF: enough to prove what a letter says and how it is tagged, with nothing but Node. */
export interface ReadPdf {
  /** The text of each page, line by line. */
  readonly pages: readonly string[]
  /** Every object that is not page content: structure, language, metadata. */
  readonly objects: string
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = Buffer.from(bytes).toString('latin1')
  const streams = streamsOf(file)
  const objects = objectsOf(file)
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b/.test(object)).map((page) => pageText(page, objects, streams))
  return { pages, objects: [...objects.values(), ...[...streams.values()].filter((body) => body.includes('xmpmeta'))].join('\n') }
}

function objectsOf(file: string): ReadonlyMap<string, string> {
  return new Map([...file.matchAll(/(\d+) 0 obj\s([\s\S]*?)(?:stream\r?\n|endobj)/g)].map(([, id = '', body = '']) => [id, body]))
}

function streamsOf(file: string): ReadonlyMap<string, string> {
  return new Map(
    [...file.matchAll(/(\d+) 0 obj\s*(<<(?:(?!endobj)[\s\S])*?>>)\s*stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, id = '', dict = '', raw = '']) => {
      const body = dict.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1'), { finishFlush: 2 }).toString('latin1') : raw
      return [id, body]
    }),
  )
}

type GlyphMap = ReadonlyMap<string, string>

/** Fonts are named anew on each page: `f0`, `f1` and so on. */
function pageText(page: string, objects: ReadonlyMap<string, string>, streams: ReadonlyMap<string, string>): string {
  const fonts = new Map(
    [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? ''
      return [name, glyphMap(streams.get(map) ?? '')]
    }),
  )
  const content = /\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''
  return textOf(streams.get(content) ?? '', fonts)
}

function glyphMap(cmap: string): GlyphMap {
  const map = new Map<string, string>()
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', unicode = ''] of lines.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) map.set(glyph.toLowerCase(), fromUtf16(unicode))
  }
  return map
}

function fromUtf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
}

/** A literal string may hold parentheses unescaped as long as they balance; letters never nest them deeper than this. */
const literal = /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\))*\)/
const token = new RegExp(`\\/f\\d+ [\\d.]+ Tf|<[0-9A-Fa-f]*>|${literal.source}|\\bET\\b`, 'g')

function textOf(content: string, fonts: ReadonlyMap<string, GlyphMap>): string {
  let glyphs: GlyphMap = new Map()
  let text = ''
  for (const [found] of content.matchAll(token)) {
    if (found === 'ET') text += '\n'
    else if (found.startsWith('/')) glyphs = fonts.get(found.slice(1).split(' ')[0] ?? '') ?? new Map()
    else text += decoded(found, glyphs)
  }
  return text
}

function decoded(string: string, glyphs: GlyphMap): string {
  const hex = string.startsWith('<') ? string.slice(1, -1) : Buffer.from(unescaped(string.slice(1, -1)), 'latin1').toString('hex')
  return (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(glyph.toLowerCase()) ?? '').join('')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(string: string): string {
  return string.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => (/^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code)))
}
