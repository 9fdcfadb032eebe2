import { isObject, readJson, readMultipart, Unintelligible, type Json, type Part } from '#platform/wire-formats'
import { understandHikvision } from './hikvision.ts'
import { understandOpenAlpr } from './openalpr.ts'
import { understandPlateRecognizer } from './plate-recognizer.ts'
import type { Image, Understanding } from './understanding.ts'

/**
 * What a camera's message means. The maker is told by what is in the message, not by the address it came to, and the carrier by its first
 * bytes, because content types are often wrong. Ends in an understanding or in `Unintelligible`, never in another error.
 */
export function understand(bytes: Uint8Array, contentType: string = ''): Understanding {
  const request = withoutRequestHead(bytes, contentType)
  const start = firstCharacters(request.bytes)
  if (start.startsWith('--') || /^\s*multipart\//i.test(request.contentType)) return understandForm(readMultipart(request.bytes, request.contentType))
  if (start.startsWith('json=') || /^\s*application\/x-www-form-urlencoded/i.test(request.contentType)) return understandJson(readJson(formField(request.bytes)), [])
  if (start.startsWith('<')) return understandHikvision(request.bytes)
  if (start.startsWith('{') || start.startsWith('[')) return understandJson(readJson(request.bytes), [])
  throw new Unintelligible(start === '' ? 'empty' : 'unknown-message', 'neither XML, JSON nor a form')
}

function understandForm(parts: readonly Part[]): Understanding {
  const events = parts.flatMap((part, at) => (firstCharacters(part.bytes).startsWith('<') ? [at] : []))
  if (events.length > 0) return understandEvents(parts, events)
  const json = parts.find((part) => part.name === 'json') ?? parts.find((part) => firstCharacters(part.bytes).startsWith('{'))
  if (json === undefined) throw new Unintelligible('unknown-message', 'a form with neither XML nor JSON in it')
  return understandJson(readJson(json.bytes), parts.filter((part) => part !== json && isPicture(part)).map(sceneOf))
}

/** Usually one event; a camera that catches up may put several in one form, each followed by its own pictures. */
function understandEvents(parts: readonly Part[], events: readonly number[]): Understanding {
  const each = events.map((at, index) => {
    const from = index === 0 ? 0 : at
    const xml = parts[at]?.bytes ?? new Uint8Array()
    return understandHikvision(xml, parts.slice(from, events[index + 1]).filter(isPicture))
  })
  return { format: 'hikvision', reads: each.flatMap(({ reads }) => reads), ignored: each.flatMap(({ ignored }) => ignored) }
}

function understandJson(message: Json, images: readonly Image[]): Understanding {
  // Some relays put the single message in a list of one.
  const only = Array.isArray(message) && message.length === 1 ? message[0] : message
  if (!isObject(only)) throw new Unintelligible('unknown-message', 'JSON that is not one object')
  const fromOpenAlpr = 'data_type' in only || ('results' in only && 'epoch_time' in only)
  if (fromOpenAlpr) return understandOpenAlpr(only)
  if ('hook' in only || 'data' in only || ('results' in only && 'timestamp' in only)) return understandPlateRecognizer(only, images)
  throw new Unintelligible('unknown-message', 'JSON from no maker we know')
}

/** Installers save what a camera sent with its request line and headers; the content type is then among them. */
function withoutRequestHead(bytes: Uint8Array, contentType: string): { bytes: Uint8Array; contentType: string } {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, requestHeadMaxBytes)).toString('latin1')
  const head = /^(?:POST|PUT) \S+ HTTP\/1\.[01]\r?\n([\s\S]*?)\r?\n\r?\n/.exec(text)
  if (head === null) return { bytes, contentType }
  const announced = /^content-type:\s*(.+?)\s*$/im.exec(head[1] ?? '')?.[1]
  return { bytes: bytes.subarray(head[0].length), contentType: announced ?? contentType }
}

const requestHeadMaxBytes = 16 * 1024

function firstCharacters(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 256)).toString('latin1')
  return start.replace(/^(?:ï»¿|\s)+/, '').slice(0, 16)
}

/** Without a picture Stream sends an ordinary form: `json=%7B%22hook...`. */
function formField(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1').trim()
  return Buffer.from(new URLSearchParams(text).get('json') ?? '')
}

/** A picture part without bytes is common: some firmware announces a picture and sends none. */
function isPicture(part: Part): boolean {
  if (part.bytes.length === 0) return false
  return /^image\//i.test(part.contentType) || /\.(jpe?g|png)$/i.test(part.filename ?? part.name) || part.name === 'upload'
}

function sceneOf(part: Part): Image {
  return { kind: 'scene', bytes: part.bytes }
}
