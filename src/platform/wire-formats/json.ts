import { jsonMaxBytes, jsonMaxDepth, jsonMaxValues } from './limits.ts'
import { readText } from './text.ts'
import { Unintelligible } from './unintelligible.ts'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads UTF-8 JSON of limited size and depth; numbers must be finite and no key may reach an object's prototype. */
export function readJson(bytes: Uint8Array): Json {
  if (bytes.length > jsonMaxBytes) throw new Unintelligible('too-large', `JSON of ${bytes.length} bytes`)
  const value = parse(readText(bytes))
  check(value)
  return value
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    // The engine's own message quotes the input, which may hold a person's plate; the bytes are kept elsewhere.
    throw new Unintelligible('broken-json', 'the text is not JSON')
  }
}

/** Walks level by level with a list of its own, so that depth is a number to compare and never our stack. */
function check(root: Json): void {
  let level: readonly Json[] = [root]
  let values = 0
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length
    if (depth > jsonMaxDepth) throw new Unintelligible('too-deep', `JSON deeper than ${jsonMaxDepth}`)
    if (values > jsonMaxValues) throw new Unintelligible('too-large', `JSON of more than ${jsonMaxValues} values`)
    level = inside(level)
  }
}

function inside(level: readonly Json[]): readonly Json[] {
  const below: Json[] = []
  for (const value of level) {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Unintelligible('broken-json', 'a number is out of range')
    if (typeof value !== 'object' || value === null) continue
    if (Object.hasOwn(value, '__proto__')) throw new Unintelligible('broken-json', 'a key is named __proto__')
    for (const member of Object.values(value)) if (member !== undefined) below.push(member)
  }
  return below
}
