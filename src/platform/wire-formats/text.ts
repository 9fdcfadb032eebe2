import { Unintelligible } from './unintelligible.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Decodes UTF-8 and nothing else: other encodings are how forbidden markup is smuggled past a check. */
export function readText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Unintelligible('not-utf-8', 'the text is not valid UTF-8')
  }
}
