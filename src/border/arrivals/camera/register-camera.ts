import { epochMsOf, instantOfEpochMs, type Instant, type Site } from '#values'
import { announce, refuse, type Decision, type Refusal } from '#platform/decisions'
import type { Camera, CameraEvent, CameraLink, Registration } from './camera.ts'
import { clockAheadMaxMs, formerKeyMs } from './limits.ts'

/** Puts a camera on the register. One that was retired may come back under the same id with a new key. */
export function registerCamera(before: Camera | undefined, registration: Registration): Decision<CameraEvent> {
  if (registration.site === 'centre') return refuse('cameras-are-at-ports')
  if (before?.state === 'in-use') return refuse('camera-already-registered')
  return announce({ type: 'camera-registered', ...registration })
}

/** Corrects what the register says of where a camera stands. */
export function placeCamera(before: Camera | undefined, site: Site, place: Pick<Camera, 'name' | 'lane' | 'faces' | 'direction'>): Decision<CameraEvent> {
  return ofOurs(before, site) ?? announce({ type: 'camera-placed', ...place })
}

/** From now on its messages are refused; what it sent stays. */
export function retireCamera(before: Camera | undefined, site: Site): Decision<CameraEvent> {
  return ofOurs(before, site) ?? announce({ type: 'camera-retired' })
}

/** Says by which mapping its messages are read first, or that the makers' own ways are enough. */
export function mapCamera(before: Camera | undefined, site: Site, mappingId: string | null): Decision<CameraEvent> {
  return ofOurs(before, site) ?? announce({ type: 'camera-mapped', mappingId })
}

/** Says how a camera reaches us, or that it posts to its address. */
export function linkCamera(before: Camera | undefined, site: Site, link: CameraLink | null): Decision<CameraEvent> {
  return ofOurs(before, site) ?? announce({ type: 'camera-linked', link })
}

/** Gives a camera a new key. The old one is taken for a while, so that no read is refused while somebody walks to it. */
export function changeKey(before: Camera | undefined, site: Site, { keySha256, now }: { readonly keySha256: string; readonly now: Instant }): Decision<CameraEvent> {
  return ofOurs(before, site) ?? announce({ type: 'camera-key-changed', keySha256, formerUntil: instantOfEpochMs(epochMsOf(now) + formerKeyMs) })
}

/** Notes that a password was given; the password itself goes where only this port can open it. */
export function setPassword(before: Camera | undefined, site: Site, user: string): Decision<CameraEvent> {
  return ofOurs(before, site) ?? announce({ type: 'camera-password-set', user })
}

/** How far the camera's clock is ahead of ours, as an officer has judged it. */
export function setClock(before: Camera | undefined, site: Site, clockAheadMs: number): Decision<CameraEvent> {
  const refused = ofOurs(before, site)
  if (refused !== undefined) return refused
  if (Math.abs(clockAheadMs) > clockAheadMaxMs) return refuse('clock-too-far')
  return announce({ type: 'camera-clock-set', clockAheadMs })
}

function ofOurs(before: Camera | undefined, site: Site): Refusal | undefined {
  if (before !== undefined && before.site !== site) return refuse('cameras-are-at-ports')
  return before?.state === 'in-use' ? undefined : refuse('camera-not-in-use')
}
