import type { Instant } from '#values'

/** A message as it reached the port, before anybody looked inside. */
export interface Delivery {
  readonly cameraId: string
  readonly contentType: string
  readonly receivedAt: Instant
  /** False when the register could not be asked whether the camera's key was right. */
  readonly keyChecked: boolean
  readonly bytes: Uint8Array
}

/** One spool entry: the length of the label, the label as JSON, then the bytes untouched. */
export function packed({ bytes, ...label }: Delivery): Uint8Array {
  const head = Buffer.from(JSON.stringify(label))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(head.length)
  return Buffer.concat([length, head, bytes])
}

export function unpacked(content: Buffer): Delivery {
  const headEnd = 4 + content.readUInt32LE(0)
  const label = JSON.parse(content.toString('utf8', 4, headEnd)) as Omit<Delivery, 'bytes'>
  return { ...label, bytes: content.subarray(headEnd) }
}
