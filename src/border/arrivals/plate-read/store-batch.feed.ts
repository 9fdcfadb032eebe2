import { dayOf, wallZone, type Instant, type Site } from '#values'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { CameraInUse } from '../camera/camera.store.ts'
import { believed, likelierMoment, putRight } from './capture-time.ts'
import type { Delivery } from './delivery.ts'
import { keepImage, sha256Of } from './image-files.feed.ts'
import { judgeDelivery, type Quarantined } from './judge-delivery.ts'
import { keepBatch, type Batch, type DayTotals, type IncomingRead, type Kept, type Unfollowed } from './plate-read.store.ts'
import type { KeptImage } from './plate-read.ts'
import { keepQuarantined } from './quarantine.store.ts'
import { idOfTheDayBefore, readIdOf } from './read-id.feed.ts'
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
  readonly cameras: ReadonlyMap<string, CameraInUse>
  readonly onFault: (what: string, fault: unknown) => void
  /** Absent where nobody looks after the room on the disk. */
  readonly mayKeepPictures?: (() => boolean) | undefined
  /** Notes of earlier batches that are crossed and matched, to be taken away with this one. */
  readonly followed?: readonly string[]
}

interface Judged {
  readonly spooled: Spooled
  readonly rawSha256: string
  readonly verdict: { readonly ignored: number; readonly unread: number; readonly reads: readonly IncomingRead[] } | Quarantined
}

/** Understands a batch and writes all of it, with the place reached in the spool, in one transaction. Answers the reads that were new. */
export async function storeBatch(context: StoreContext, batch: readonly Spooled[]): Promise<Unfollowed> {
  const judged = await Promise.all(batch.map((spooled) => judge(context, spooled)))
  const reads = once(judged.flatMap(({ verdict }) => ('reads' in verdict ? verdict.reads : [])))
  const progress = { spoolId: context.spoolId, position: batch.at(-1)?.end ?? 0 }
  const { note, readIds } = await keepAll(context, judged, { site: context.site, reads, days: dayTotals(judged), followed: context.followed ?? [], progress })
  return { note, reads: reads.filter(({ id }) => readIds.has(id)) }
}

/** A camera that asks again before it was answered may put one read into a batch twice. */
function once(reads: readonly IncomingRead[]): readonly IncomingRead[] {
  const each = new Map(reads.map((read) => [read.id, read]))
  return [...each.values()].filter(({ idIfDayBefore }) => idIfDayBefore === undefined || !each.has(idIfDayBefore))
}

/** Junk is rare, so only a batch with junk in it pays for a transaction of several statements. */
function keepAll(context: StoreContext, judged: readonly Judged[], batch: Batch): Promise<Kept> {
  const junk = judged.flatMap(({ spooled, rawSha256, verdict }) => ('reason' in verdict ? [quarantineRow(context, { spooled, rawSha256, verdict })] : []))
  if (junk.length === 0) return keepBatch(context.db, batch)
  return context.db.transaction().execute(async (tx) => {
    for (const row of junk) await keepQuarantined(tx, row)
    return keepBatch(tx, batch)
  })
}

async function judge(context: StoreContext, spooled: Spooled): Promise<Judged> {
  const { delivery } = spooled
  const camera = context.cameras.get(delivery.cameraId)
  const understood = spooled.refused === undefined ? judgeDelivery(delivery, camera) : { reason: 'not-stored', detail: spooled.refused }
  const rawSha256 = sha256Of(delivery.bytes)
  if ('reason' in understood) return { spooled, rawSha256, verdict: understood }
  const reads = await incomingReads(context, { spooled, rawSha256, understood, camera })
  return { spooled, rawSha256, verdict: { ignored: understood.ignored.length, unread: understood.ignored.filter(({ reason }) => reason === 'no-plate').length, reads } }
}

interface Meaning {
  readonly spooled: Spooled
  readonly rawSha256: string
  readonly understood: Understanding
  readonly camera: Pick<CameraInUse, 'lane' | 'direction' | 'clockAheadMs'> | undefined
}

/** The reads a message means, as rows, with their pictures already on disk. */
export async function incomingReads(context: Pick<StoreContext, 'site' | 'imageDir' | 'onFault' | 'mayKeepPictures'>, { spooled, rawSha256, understood, camera }: Meaning): Promise<readonly IncomingRead[]> {
  const { cameraId, receivedAt } = spooled.delivery
  return Promise.all(understood.reads.map(async ({ images, sameAs, capturedAtOtherwise, ...read }): Promise<IncomingRead> => {
    const told = likelierMoment(receivedAt, read.capturedAt, capturedAtOtherwise)
    const known = { site: context.site, cameraId, receivedAt, sameAsSha256: sha256Of(sameAs ?? `${read.plate} ${receivedAt}`) }
    const delivered = { ...known, toldAt: read.capturedAt === null && capturedAtOtherwise === undefined ? null : told }
    return {
      ...read, ...known, capturedAt: told,
      // By the moment as it was told: a correction set between two deliveries of one read must not make two of it.
      id: readIdOf(delivered),
      idIfDayBefore: idOfTheDayBefore(delivered),
      ...(read.capturedAt === null ? {} : believed(putRight(told, camera?.clockAheadMs ?? 0), { told, receivedAt })),
      lane: camera?.lane ?? read.lane,
      direction: camera?.direction ?? read.direction,
      format: understood.format,
      rawSha256,
      images: await keepImages(context, images),
      spoolPosition: spooled.position,
    }
  }))
}

/** Pictures are the first thing a disk with little room does without. One that cannot be written is given up and said so: a full disk must not stop plates from being matched. */
async function keepImages({ imageDir, onFault, mayKeepPictures }: Pick<StoreContext, 'imageDir' | 'onFault' | 'mayKeepPictures'>, images: readonly Image[]): Promise<readonly KeptImage[]> {
  if (mayKeepPictures?.() === false) return []
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

function dayTotals(judged: readonly Judged[]): readonly DayTotals[] {
  const ofOne = Map.groupBy(judged, ({ spooled: { delivery } }) => `${dayOf(delivery.receivedAt, wallZone())} ${storable(delivery.cameraId)}`)
  return [...ofOne.values()].map((of) => ({
    camera_id: storable(of[0]?.spooled.delivery.cameraId ?? ''),
    day: dayOf(receivedOf(of), wallZone()),
    total: of.reduce((sum, { verdict }) => sum + ('reads' in verdict ? verdict.reads.length : 0), 0),
    ignored: of.reduce((sum, { verdict }) => sum + ('reads' in verdict ? verdict.ignored : 0), 0),
    unread: of.reduce((sum, { verdict }) => sum + ('reads' in verdict ? verdict.unread : 0), 0),
    quarantined: of.filter(({ verdict }) => 'reason' in verdict).length,
    last_seen_at: receivedOf(of),
  }))
}

function receivedOf(judged: readonly Judged[]): Instant {
  const moments = judged.map(({ spooled }) => spooled.delivery.receivedAt).sort()
  const last = moments.at(-1)
  if (last === undefined) throw new Error('There is no message to count')
  return last
}
