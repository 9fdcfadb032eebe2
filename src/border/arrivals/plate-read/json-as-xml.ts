import { isObject, type Json, type XmlElement } from '#platform/wire-formats'

/** JSON that was made from XML, turned back: `@name` is an attribute, `#text` the text, a list the same element several times. */
export function elementOfJson(name: string, json: Json): XmlElement {
  if (!isObject(json)) return { name, attributes: {}, children: [], text: textOf(json) }
  const members = Object.entries(json).map(([key, value]): readonly [string, Json] => [key, value ?? null])
  return {
    name,
    attributes: Object.fromEntries(members.filter(([key]) => key.startsWith('@')).map(([key, value]) => [key.slice(1), textOf(value)])),
    children: members.filter(([key]) => !/^[@#]/.test(key)).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((each: Json) => elementOfJson(localName(key), each))),
    text: textOf(json['#text'] ?? null),
  }
}

function textOf(json: Json): string {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : ''
}

function localName(key: string): string {
  return key.slice(key.indexOf(':') + 1)
}
