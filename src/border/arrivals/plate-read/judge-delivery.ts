import { Unintelligible } from '#platform/wire-formats'
import { mappedFormat } from '../mapping/mapped-format.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Delivery } from './delivery.ts'
import { understand } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** Why a message waits for a person instead of becoming reads. */
export interface Quarantined {
  readonly reason: string
  readonly detail: string
}

/** What is to be done with a message: use what it means, or keep it aside with the reason. Never throws, whatever was sent. */
export function judgeDelivery(delivery: Delivery, camera: { readonly mapping: Mapping | null } | undefined): Understanding | Quarantined {
  if (camera === undefined) return { reason: 'unknown-camera', detail: `no camera ${delivery.cameraId} is registered here` }
  if (!delivery.keyChecked) return { reason: 'unchecked-key', detail: 'the register could not be asked when it came' }
  try {
    return understand(delivery.bytes, delivery.contentType, camera.mapping === null ? undefined : mappedFormat(camera.mapping))
  } catch (error) {
    if (error instanceof Unintelligible) return { reason: error.reason, detail: error.message }
    // A fault of ours must not stop the messages behind this one, and the bytes are kept to mend it with.
    return { reason: 'our-fault', detail: error instanceof Error ? error.message : String(error) }
  }
}
