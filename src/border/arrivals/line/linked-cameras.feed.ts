import type { Site } from '#values'
import type { Database } from '#platform/database'
import type { Credentials } from '#platform/outgoing'
import type { Sealing } from '#platform/secrets'
import { secretsOf, type SealedPassword } from '../camera/camera-secret.store.ts'
import { camerasInUse } from '../camera/camera.store.ts'
import type { Linked } from './camera-lines.feed.ts'

/** What a camera's password is sealed for; another camera's row cannot be opened in its place. */
export function passwordOf(cameraId: string): string {
  return `camera password of ${cameraId}`
}

/** The cameras in use that we connect to or listen for, with their passwords opened. */
export async function linkedCameras(db: Database, site: Site, sealing: Sealing): Promise<ReadonlyMap<string, Linked>> {
  const [cameras, secrets] = await Promise.all([camerasInUse(db, site), secretsOf(db, site)])
  const linked = [...cameras].filter(([, { link }]) => link !== null)
  return new Map(linked.map(([id, { link, clockAheadMs }]) => [id, { link, clockAheadMs, credentials: opened(id, secrets.get(id), sealing) }]))
}

/** A password sealed under a key that is gone is as good as none: the camera then refuses us, and its page says so. */
function opened(cameraId: string, secret: SealedPassword | undefined, sealing: Sealing): Credentials | undefined {
  if (secret === undefined) return undefined
  try {
    return { user: secret.user, password: sealing.unseal(secret.sealed, passwordOf(cameraId)) }
  } catch {
    return { user: secret.user, password: '' }
  }
}
