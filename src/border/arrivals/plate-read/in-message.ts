import { isObject, type Json, type JsonObject, type XmlElement } from '#platform/wire-formats'
import type { Message } from './message.ts'
import type { Image, ImageKind } from './understanding.ts'

/** Whether a message is a JSON object with all of these keys. */
export function hasKeys(message: Message, ...keys: readonly string[]): boolean {
  const object = objectOf(message)
  return keys.every((key) => Object.hasOwn(object, key))
}

/** The object a message is, or an empty one, so that every key can be asked for. */
export function objectOf(message: Message): JsonObject {
  return message.carrier === 'json' && isObject(message.json) ? message.json : {}
}

/** The value at a path of keys. */
export function valueAt(from: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), from)
}

export function objectsIn(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter((member) => isObject(member)) : []
}

/** A number, also when the maker wrote it as text. */
export function numberIn(value: Json | undefined): number | null {
  const stated = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof stated === 'number' && Number.isFinite(stated) ? stated : null
}

/** A picture inside the text, as base64. */
export function imageIn(base64: Json | undefined, kind: ImageKind): readonly Image[] {
  if (typeof base64 !== 'string' || base64.startsWith('#') || base64.startsWith('$')) return []
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length === 0 ? [] : [{ kind, bytes }]
}

/** Every element of that name, however deep; the reader has limited both. */
export function elementsNamed(from: XmlElement, name: string): readonly XmlElement[] {
  const below = from.children.flatMap((child) => elementsNamed(child, name))
  return from.name === name ? [from, ...below] : below
}

/** A word as a JSON value, for fields that a form of the same format gives as a number. */
export function attribute(element: XmlElement | undefined, name: string): string | null {
  return element?.attributes[name]?.trim() || null
}
