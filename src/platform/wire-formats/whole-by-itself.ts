import { closingMaxBytes } from './limits.ts'

/**
 * How many of these bytes are a whole part, told by the content itself; undefined when only what follows can tell. A picture counts when it
 * has its stated length and ends as pictures end.
 */
export function isWholeByItself(bytes: Buffer, fields: ReadonlyMap<string, string>): number | undefined {
  const stated = Number(fields.get('content-length') ?? Number.NaN)
  if (isPicture(bytes)) return stated > 4 && bytes.length >= stated && bytes.readUInt16BE(stated - 2) === 0xffd9 ? stated : undefined
  if (bytes.length > closingMaxBytes) return undefined
  const text = bytes.toString('latin1').replace(/[\s\0]+$/, '')
  return closesXml(text) || closesJson(text) ? text.length : undefined
}

function isPicture(bytes: Buffer): boolean {
  return bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8
}

function closesXml(text: string): boolean {
  if (!text.endsWith('>')) return false
  const [, root] = /^\s*(?:ï»¿)?(?:<\?[^>]*\?>\s*)?<([A-Za-z_][\w.:-]*)/.exec(text) ?? []
  return root !== undefined && (text.endsWith(`</${root}>`) || (/^[^<]*(<\?[^>]*\?>)?\s*<[^<]*\/>$/.test(text)))
}

/** JSON alone, or after `Code=...;data=`. */
function closesJson(text: string): boolean {
  if (!text.endsWith('}')) return false
  const start = text.trimStart().startsWith('{') ? 0 : text.indexOf('data={')
  return start !== -1 && parses(text.slice(text.indexOf('{', start)))
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
