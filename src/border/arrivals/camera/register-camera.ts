import type { Site } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { Camera, CameraEvent, CameraLink } from './camera.ts'

/** Puts a camera on the register. One that was retired may come back under the same id with a new key. */
export function registerCamera(before: Camera | undefined, { site, name, maker, lane, faces, keySha256 }: Omit<Camera, 'state' | 'mappingId' | 'link'>): Decision<CameraEvent> {
  if (site === 'centre') return refuse('cameras-are-at-ports')
  if (before?.state === 'in-use') return refuse('camera-already-registered')
  return announce({ type: 'camera-registered', site, name, maker, lane, faces, keySha256 })
}

/** From now on its messages are refused; what it sent stays. */
export function retireCamera(before: Camera | undefined, site: Site): Decision<CameraEvent> {
  if (before !== undefined && before.site !== site) return refuse('cameras-are-at-ports')
  if (before?.state !== 'in-use') return refuse('camera-not-in-use')
  return announce({ type: 'camera-retired' })
}

/** Says by which mapping its messages are read first, or that the makers' own ways are enough. */
export function mapCamera(before: Camera | undefined, site: Site, mappingId: string | null): Decision<CameraEvent> {
  if (before !== undefined && before.site !== site) return refuse('cameras-are-at-ports')
  if (before?.state !== 'in-use') return refuse('camera-not-in-use')
  return announce({ type: 'camera-mapped', mappingId })
}

/** Says how a camera reaches us, or that it posts to its address. */
export function linkCamera(before: Camera | undefined, site: Site, link: CameraLink | null): Decision<CameraEvent> {
  if (before !== undefined && before.site !== site) return refuse('cameras-are-at-ports')
  if (before?.state !== 'in-use') return refuse('camera-not-in-use')
  return announce({ type: 'camera-linked', link })
}
