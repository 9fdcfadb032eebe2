import type { Message } from './sighting.ts'

export interface FormPart {
  readonly head: readonly string[]
  readonly content: string | Buffer
}

/** A multipart body with a boundary of the maker's. */
export function formBody(boundary: string, parts: readonly FormPart[]): Message {
  const pieces = parts.flatMap(({ head, content }) => [`--${boundary}\r\n${head.join('\r\n')}\r\n\r\n`, content, '\r\n'])
  const body = Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece as string)))
  return { contentType: `multipart/form-data; boundary=${boundary}`, body }
}
