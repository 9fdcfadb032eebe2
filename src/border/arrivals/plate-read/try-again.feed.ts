import type { By } from '#values'
import { announce, isRefused, refuse, type Decision } from '#platform/decisions'
import { changeIn, type Thing } from '#platform/events'
import { camerasInUse } from '../camera/camera.store.ts'
import type { Delivery } from './delivery.ts'
import { judgeDelivery } from './judge-delivery.ts'
import { keepReads } from './plate-read.store.ts'
import { evolve, type MessageTriedAgain, type QuarantineRetry } from './quarantine-retry.ts'
import { readQuarantined, readRetry, saveRetry } from './quarantine.store.ts'
import { incomingReads, type StoreContext } from './store-batch.feed.ts'

const retries: Thing<QuarantineRetry, MessageTriedAgain> = { name: 'quarantined-message', evolve, read: readRetry, save: saveRetry }

type Place = Pick<StoreContext, 'db' | 'site' | 'imageDir' | 'onFault'>

/**
 * Understands a quarantined message anew: after the register was put right or Juxta was. Its reads are kept as if they had just come and are
 * handed on by the intake's next sweep. A person stands in for the key that could not be checked.
 */
export async function tryAgain(place: Place, id: string, by: By): Promise<Decision<MessageTriedAgain>> {
  const row = await readQuarantined(place.db, id)
  if (row === undefined || row.site !== place.site) return refuse('no-such-message')
  const camera = (await camerasInUse(place.db, place.site)).get(row.camera_id)
  const delivery: Delivery = { cameraId: row.camera_id, contentType: row.content_type, receivedAt: row.received_at, keyChecked: true, bytes: row.raw }
  const understood = judgeDelivery(delivery, camera)
  const reads = 'reason' in understood ? [] : await incomingReads(place, { spooled: { delivery, position: 0, end: 0 }, rawSha256: row.raw_sha256, understood, camera })
  return place.db.transaction().execute(async (tx) => {
    const outcome = 'reason' in understood ? understood.reason : 'understood'
    const decision = await changeIn(tx, retries, { id, by }, (before) => (before?.outcome === 'understood' ? refuse('understood-already') : announce({ type: 'message-tried-again', outcome })))
    if (!isRefused(decision)) await keepReads(tx, reads)
    return decision
  })
}
