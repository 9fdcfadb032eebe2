import type { By } from '#values'
import type { Database } from '#platform/database'
import { isRefused } from '#platform/decisions'
import { change } from '#platform/events'
import { cameras } from './camera.store.ts'
import { keyHash } from './camera-key.feed.ts'
import type { Camera } from './camera.ts'
import { registerCamera } from './register-camera.ts'

/** A camera to put on the register, with its key in clear. */
export interface Enrolment extends Pick<Camera, 'name' | 'maker' | 'lane'> {
  readonly id: string
  readonly key: string
  readonly faces?: Camera['faces']
  readonly direction?: Camera['direction']
}

/** Registers those cameras that are not on the register yet; answers how many that were. For a port's first day and for demonstrations. */
export async function enrolCameras(db: Database, by: By, wanted: readonly Enrolment[]): Promise<number> {
  let enrolled = 0
  for (const { id, key, faces = null, direction = null, ...camera } of wanted) {
    const keySha256 = keyHash(key)
    const decision = await change(db, cameras, { id, by }, (before) => registerCamera(before, { ...camera, faces, direction, site: by.site, keySha256 }))
    if (!isRefused(decision)) enrolled++
  }
  return enrolled
}
