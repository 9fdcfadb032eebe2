import { isObject, readJson, readMultipart, readText, readXml, Unintelligible, type Json, type Part } from '#platform/wire-formats'
import { readsMaxPerMessage, textMaxBytes } from './limits.ts'
import type { Message } from './message.ts'
import { word } from './read-words.ts'
import { isTagFrame, readTags } from './tag-frame.ts'

/** The carrier is told by the first bytes, because content types are often wrong. One request may hold several messages. */
export function openMessages(bytes: Uint8Array, contentType: string = ''): readonly Message[] {
  const request = withoutRequestHead(bytes, contentType)
  const start = firstCharacters(request.bytes)
  if (isTagFrame(bytes)) return [{ carrier: 'tags', tags: readTags(bytes), pictures: [], topic: null }]
  if (start === '') throw new Unintelligible('empty', 'there is nothing in it')
  if (isMultipart(start, request)) return openForm(readMultipart(request.bytes, request.contentType))
  if (start.startsWith('json=') || /^\s*application\/x-www-form-urlencoded/i.test(request.contentType)) return openText(formField(request.bytes), [])
  return openText(request.bytes, [])
}

function isMultipart(start: string, { contentType }: { readonly contentType: string }): boolean {
  return start.startsWith('--') || /^\s*multipart\//i.test(contentType)
}

/** Usually one text part; a camera that catches up may put several in one form, each followed by its own pictures. */
function openForm(parts: readonly Part[]): readonly Message[] {
  const texts = textParts(parts)
  if (texts.length === 0) throw new Unintelligible('unknown-message', 'a form without any text in it')
  return texts.flatMap((at, index) => {
    const own = parts.slice(index === 0 ? 0 : at, texts[index + 1])
    return openText(parts[at]?.bytes ?? new Uint8Array(), own.filter(isPicture))
  })
}

/** Where the messages are among the parts. A form field called `json` is meant to be the only one. */
function textParts(parts: readonly Part[]): readonly number[] {
  const named = parts.findIndex(({ name }) => name === 'json')
  if (named !== -1) return [named]
  return parts.flatMap((part, at) => (!isPicture(part) && part.bytes.length > 0 ? [at] : []))
}

function openText(bytes: Uint8Array, pictures: readonly Part[]): readonly Message[] {
  const start = firstCharacters(bytes)
  if (start === '') throw new Unintelligible('empty', 'there is nothing in it')
  if (start.startsWith('<')) return [{ carrier: 'xml', xml: readXml(bytes), pictures, topic: null }]
  if (start.startsWith('{') || start.startsWith('[')) return openJson(readJson(bytes), pictures)
  if (bytes.length > textMaxBytes) throw new Unintelligible('too-large', `text of ${bytes.length} bytes`)
  return [{ carrier: 'text', text: plainText(bytes), pictures, topic: null }]
}

/** Bytes that are not text at all are no maker's, rather than one maker's in the wrong encoding. */
function plainText(bytes: Uint8Array): string {
  try {
    return readText(bytes)
  } catch (error) {
    if (!(error instanceof Unintelligible)) throw error
    throw new Unintelligible('unknown-message', 'neither XML, JSON, a form nor text')
  }
}

/** Some relays put what they forward in a list, and brokers' clients in an envelope with its topic. */
function openJson(json: Json, pictures: readonly Part[]): readonly Message[] {
  if (Array.isArray(json)) {
    if (json.length > readsMaxPerMessage) throw new Unintelligible('too-large', `a list of ${json.length} messages`)
    if (json.length === 0) throw new Unintelligible('unknown-message', 'an empty list')
    return json.flatMap((member: Json) => openOne(member, pictures))
  }
  return openOne(json, pictures)
}

function openOne(json: Json, pictures: readonly Part[]): readonly Message[] {
  if (!isObject(json)) throw new Unintelligible('unknown-message', 'JSON that is not an object')
  const topic = word(json['topic'])
  const wrapped = topic !== null && isObject(json['payload'])
  return [{ carrier: 'json', json: wrapped ? json['payload'] ?? null : json, pictures, topic: wrapped ? topic : null }]
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
