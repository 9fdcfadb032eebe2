import { dayOf, paris, type Instant, type Site } from '#values'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { Camera } from '../camera/camera.ts'
import { addCounts, type DayCounts } from '../camera/camera.store.ts'
import type { Delivery } from './delivery.ts'
import { keepImage, sha256Of } from './image-files.feed.ts'
import { judgeDelivery, type Quarantined } from './judge-delivery.ts'
import { keepReads, moveProgress, type IncomingRead } from './plate-read.store.ts'
import type { KeptImage, PlateRead } from './plate-read.ts'
import { keepQuarantined } from './quarantine.store.ts'
import type { Image, Understanding } from './understanding.ts'

/** A message with its place in the spool. */
export interface Spooled {
  readonly delivery: Delivery
  readonly position: number
  readonly end: number
  /** What the database said when it would not hold this message's reads. */
  readonly refused?: string
}

export interface StoreContext {
  readonly db: Database
  readonly site: Site
  readonly spoolId: string
  readonly imageDir: string
  readonly cameras: ReadonlyMap<string, Camera>
  readonly onFault: (what: string, fault: unknown) => void
}

interface Judged {
  readonly spooled: Spooled
  readonly rawSha256: string
  readonly verdict: { readonly ignored: number; readonly reads: readonly IncomingRead[] } | Quarantined
}

/** Understands a batch and writes all of it, with the place reached in the spool, in one transaction. Answers the reads that were new. */
export async function storeBatch(context: StoreContext, batch: readonly Spooled[]): Promise<readonly PlateRead[]> {
  const judged = await Promise.all(batch.map((spooled) => judge(context, spooled)))
  const incoming = judged.flatMap(({ verdict }) => ('reads' in verdict ? verdict.reads : []))
  const kept = await context.db.transaction().execute(async (tx) => {
    const kept = await keepReads(tx, incoming)
    for (const { spooled, rawSha256, verdict } of judged) {
      if ('reason' in verdict) await keepQuarantined(tx, quarantineRow(context, { spooled, rawSha256, verdict }))
    }
    await count(context, tx, { judged, kept })
    await moveProgress(tx, context.spoolId, batch.at(-1)?.end ?? 0)
    return kept
  })
  return incoming.filter(({ id }) => kept.has(id))
}

async function judge(context: StoreContext, spooled: Spooled): Promise<Judged> {
  const { delivery } = spooled
  const camera = context.cameras.get(delivery.cameraId)
  const understood = spooled.refused === undefined ? judgeDelivery(delivery, camera !== undefined) : { reason: 'not-stored', detail: spooled.refused }
  const rawSha256 = sha256Of(delivery.bytes)
  if ('reason' in understood) return { spooled, rawSha256, verdict: understood }
  const reads = await incomingReads(context, { spooled, rawSha256, understood, camera })
  return { spooled, rawSha256, verdict: { ignored: understood.ignored.length, reads } }
}

interface Meaning {
  readonly spooled: Spooled
  readonly rawSha256: string
  readonly understood: Understanding
  readonly camera: Camera | undefined
}

/** The reads a message means, as rows, with their pictures already on disk. */
export async function incomingReads(context: Pick<StoreContext, 'site' | 'imageDir' | 'onFault'>, { spooled, rawSha256, understood, camera }: Meaning): Promise<readonly IncomingRead[]> {
  const { cameraId, receivedAt } = spooled.delivery
  return Promise.all(understood.reads.map(async ({ images, sameAs, ...read }): Promise<IncomingRead> => ({
    ...read,
    id: newId(),
    site: context.site,
    cameraId,
    lane: camera?.lane ?? read.lane,
    capturedAt: read.capturedAt ?? receivedAt,
    receivedAt,
    format: understood.format,
    rawSha256,
    images: await keepImages(context, images),
    spoolPosition: spooled.position,
    sameAsSha256: sha256Of(sameAs),
  })))
}

/** A picture that cannot be written is given up and said so: a full disk must not stop plates from being matched. */
async function keepImages({ imageDir, onFault }: Pick<StoreContext, 'imageDir' | 'onFault'>, images: readonly Image[]): Promise<readonly KeptImage[]> {
  const kept = await Promise.all(images.map((image) => keepImage(imageDir, image).catch((fault: unknown) => {
    onFault('A picture could not be kept', fault)
    return undefined
  })))
  return kept.filter((image) => image !== undefined)
}

function quarantineRow({ site }: StoreContext, { spooled: { delivery }, rawSha256, verdict }: { spooled: Spooled; rawSha256: string; verdict: Quarantined }) {
  return {
    id: newId(),
    site,
    camera_id: storable(delivery.cameraId),
    content_type: storable(delivery.contentType),
    received_at: delivery.receivedAt,
    reason: verdict.reason,
    detail: storable(verdict.detail),
    raw: Buffer.from(delivery.bytes),
    raw_sha256: rawSha256,
  }
}

/** PostgreSQL holds no NUL in text, and a parser's message may quote one. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().slice(0, 500).toWellFormed()
}

async function count({ site }: StoreContext, tx: Database, { judged, kept }: { judged: readonly Judged[]; kept: ReadonlySet<string> }): Promise<void> {
  const byDayAndCamera = Map.groupBy(judged, ({ spooled: { delivery } }) => `${dayOf(delivery.receivedAt, paris)} ${delivery.cameraId}`)
  const counted = [...byDayAndCamera.values()].map((of) => ({ day: dayOf(receivedOf(of), paris), counts: countsOf(of, kept) }))
  for (const [day, rows] of Map.groupBy(counted, ({ day }) => day)) {
    const sorted = rows.map(({ counts }) => counts).sort((one, other) => (one.camera_id < other.camera_id ? -1 : 1))
    await addCounts(tx, { site, day }, sorted)
  }
}

function countsOf(judged: readonly Judged[], kept: ReadonlySet<string>): DayCounts {
  const reads = judged.flatMap(({ verdict }) => ('reads' in verdict ? verdict.reads : []))
  const isNew = reads.filter(({ id }) => kept.has(id)).length
  return {
    camera_id: storable(judged[0]?.spooled.delivery.cameraId ?? ''),
    reads: isNew,
    duplicates: reads.length - isNew,
    ignored: judged.reduce((sum, { verdict }) => sum + ('reads' in verdict ? verdict.ignored : 0), 0),
    quarantined: judged.filter(({ verdict }) => 'reason' in verdict).length,
    last_seen_at: receivedOf(judged),
  }
}

function receivedOf(judged: readonly Judged[]): Instant {
  const moments = judged.map(({ spooled }) => spooled.delivery.receivedAt).sort()
  const last = moments.at(-1)
  if (last === undefined) throw new Error('There is no message to count')
  return last
}
