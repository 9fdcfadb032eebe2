import type { Database } from '#platform/database'
import { newIdAt } from '#platform/identity'
import { epochMsOf, plate, type Instant } from '#values'
import { saveCrossings } from '../../src/border/arrivals/crossing/crossing.store.ts'
import { keepImage } from '../../src/border/arrivals/plate-read/image-files.feed.ts'
import { keepBatch } from '../../src/border/arrivals/plate-read/plate-read.store.ts'
import type { PlateRead } from '../../src/border/arrivals/plate-read/plate-read.ts'

/** What is kept of a vehicle that passed: its crossing, and the name of its picture. */
export interface Passed {
  readonly crossing: string
  readonly picture: string
}

/** A vehicle passed a camera at Calais: its read, its picture on the disk and its crossing, filed under that moment. */
export async function passed(asRead: string, at: Instant, { db, imageDir }: { readonly db: Database; readonly imageDir: string }): Promise<Passed> {
  const filed = (): string => newIdAt(epochMsOf(at))
  const [crossing, readId] = [filed(), filed()]
  const image = await keepImage(imageDir, { kind: 'plate', bytes: Buffer.from(`picture of ${asRead}`) })
  const read: PlateRead = {
    id: readId, site: 'calais', cameraId: 'calais-1', lane: '4', direction: null, capturedAt: at, receivedAt: at, plate: plate(asRead), plateAsRead: asRead, cameraHint: null,
    country: null, confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'final', format: 'hikvision', rawSha256: '', images: [image],
  }
  await keepBatch(db, { site: 'calais', days: [], reads: [{ ...read, spoolPosition: 0, sameAsSha256: readId }] })
  await saveCrossings(db, [{ id: crossing, site: 'calais', lane: '4', direction: null, firstSeenAt: at, lastSeenAt: at, plates: [{ id: filed(), part: null, plate: read.plate, country: null, confidence: 0.9, characterConfidence: null, readId, imageSha256: image.sha256, seenAt: at }] }])
  return { crossing, picture: image.sha256 }
}
