import type { UnderstoodRead, Understanding } from './understanding.ts'

/** An understanding as the world outside gets it: pictures by their size, and nothing that is only ours. A fixed contract. */
export function readAnswer({ format, reads, ignored }: Understanding) {
  return { format, reads: reads.map(toldRead), ignored: ignored.map(({ reason }) => ({ reason })) }
}

export type Answer = ReturnType<typeof readAnswer>

function toldRead(read: UnderstoodRead) {
  const { plate, plateAsRead, country, confidence, capturedAt, cameraHint, lane, direction, characterConfidence, candidates, passageHint, state } = read
  const images = read.images.map(({ kind, bytes }) => ({ kind, bytes: bytes.length }))
  const doubt = read.capturedAtOtherwise === undefined ? {} : { capturedAtOtherwise: read.capturedAtOtherwise }
  return { plate, plateAsRead, country, confidence, capturedAt, ...doubt, cameraHint, lane, direction, characterConfidence, candidates, passageHint, state, images }
}
