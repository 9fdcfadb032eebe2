import type { Gathered } from './gather-event.ts'

export interface EventMessage {
  readonly bytes: Uint8Array
  readonly contentType: string
}

/** An event as one message, like one that was posted: alone as it came, with pictures as a form. */
export function eventMessage([event, ...pictures]: Gathered): EventMessage {
  if (pictures.length === 0) return { bytes: event.bytes, contentType: event.contentType }
  const parts = [event, ...pictures]
  const boundary = unusedBoundary(parts.map(({ bytes }) => bytes))
  const pieces = parts.flatMap(({ bytes, contentType, filename, name }) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${plain(name)}"${filename === null ? '' : `; filename="${plain(filename)}"`}\r\nContent-Type: ${plain(contentType) || 'text/plain'}\r\n\r\n`, 'latin1'),
    bytes, Buffer.from('\r\n'),
  ])
  return { bytes: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]), contentType: `multipart/form-data; boundary=${boundary}` }
}

/** One that stands in none of the parts, so that no camera can end a part of ours. */
function unusedBoundary(contents: readonly Uint8Array[]): string {
  for (let number = 0; ; number++) {
    const boundary = `juxta-event-${number}`
    if (!contents.some((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(boundary))) return boundary
  }
}

function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]|["\\]/g, '').slice(0, 200)
}
