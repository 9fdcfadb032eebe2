import type { Happening } from '#platform/decisions'
import type { Instant, Site } from '#values'

/** Makers whose messages we understand, as the register lists them. */
export const makers = ['hikvision', 'plate-recognizer', 'openalpr', 'dahua', 'axis', 'onvif', 'genetec', 'lilin', 'axxon', 'frigate', 'fiware', 'apds', 'adaptive-recognition', 'nedap', 'milestone', 'flock', 'ga-t-1400', 'other'] as const
export type Maker = (typeof makers)[number]

/** What of a vehicle a camera looks at; `trailer` where it stands so that only a trailer's plate can come before it. */
export const ends = ['front', 'rear', 'trailer'] as const
export type End = (typeof ends)[number]

/** Which way vehicles pass a camera. */
export const directions = ['towards-uk', 'from-uk'] as const
export type Direction = (typeof directions)[number]

/** A device that may post reads here. */
export interface Camera {
  readonly site: Site
  readonly name: string
  readonly maker: Maker
  /** The lane it watches; where absent, the lane in its messages is used. */
  readonly lane: string | null
  /** Tells a tractor's plate from its trailer's; null for a camera that sees either. */
  readonly faces: End | null
  /** Null where vehicles pass both ways or nobody has said. */
  readonly direction: Direction | null
  /** Taken off the times it tells; the time as told is kept beside. Positive when its clock is ahead of ours. */
  readonly clockAheadMs: number
  readonly state: 'in-use' | 'retired'
  /** The key itself is known only to the camera. */
  readonly keySha256: string
  /** The key before it was changed, taken until then. */
  readonly formerKey: { readonly keySha256: string; readonly until: Instant } | null
  /** How its messages are read where no maker's way fits; null for most. */
  readonly mappingId: string | null
  /** How it reaches us; null when it posts to its address, as most do. */
  readonly link: CameraLink | null
}

/** Streams that we open at a camera and read for as long as it talks. */
export const streamKinds = ['hikvision-alerts', 'dahua-events', 'dahua-snaps'] as const
export type StreamKind = (typeof streamKinds)[number]

/**
 * A port we listen at for one camera that connects to us, which knows no key, so only its own address is let in; a topic of a broker; a stream
 * we open at the camera; or a socket of its server that we read. User and password are kept apart, sealed.
 */
export type CameraLink =
  | { readonly by: 'tags'; readonly port: number; readonly from: string }
  | { readonly by: 'broker'; readonly url: string; readonly topic: string }
  | { readonly by: StreamKind; readonly url: string; readonly channel: number }
  | { readonly by: 'socket'; readonly url: string }

export interface CameraLinked extends Happening {
  readonly type: 'camera-linked'
  readonly link: CameraLink | null
}

/** What is said of a camera when it is put on the register. */
export type Registration = Pick<Camera, 'site' | 'name' | 'maker' | 'lane' | 'faces' | 'keySha256'> & { readonly direction?: Direction | null }

export interface CameraRegistered extends Happening, Registration {
  readonly type: 'camera-registered'
}

/** Where it stands, looked at again: what was registered wrongly would tie plates to the wrong lane. */
export interface CameraPlaced extends Happening, Pick<Camera, 'name' | 'lane' | 'faces' | 'direction'> {
  readonly type: 'camera-placed'
}

export interface CameraKeyChanged extends Happening {
  readonly type: 'camera-key-changed'
  readonly keySha256: string
  readonly formerUntil: Instant
}

/** The user's name is in the history, the password nowhere. */
export interface CameraPasswordSet extends Happening {
  readonly type: 'camera-password-set'
  readonly user: string
}

export interface CameraClockSet extends Happening {
  readonly type: 'camera-clock-set'
  readonly clockAheadMs: number
}

export interface CameraRetired extends Happening {
  readonly type: 'camera-retired'
}

export interface CameraMapped extends Happening {
  readonly type: 'camera-mapped'
  readonly mappingId: string | null
}

export type CameraEvent = CameraRegistered | CameraPlaced | CameraRetired | CameraMapped | CameraLinked | CameraKeyChanged | CameraPasswordSet | CameraClockSet

export function evolve(camera: Camera | undefined, event: CameraEvent): Camera {
  if (event.type === 'camera-registered') {
    const { site, name, maker, lane, faces, keySha256, direction = null } = event
    return { site, name, maker, lane, faces, direction, keySha256, clockAheadMs: 0, formerKey: null, state: 'in-use', mappingId: null, link: null }
  }
  if (camera === undefined) throw new Error('A camera that was never registered cannot change')
  return changed(camera, event)
}

function changed(camera: Camera, event: Exclude<CameraEvent, CameraRegistered>): Camera {
  switch (event.type) {
    case 'camera-placed': return { ...camera, name: event.name, lane: event.lane, faces: event.faces, direction: event.direction }
    case 'camera-mapped': return { ...camera, mappingId: event.mappingId }
    case 'camera-linked': return { ...camera, link: event.link }
    case 'camera-key-changed': return { ...camera, keySha256: event.keySha256, formerKey: { keySha256: camera.keySha256, until: event.formerUntil } }
    case 'camera-clock-set': return { ...camera, clockAheadMs: event.clockAheadMs }
    case 'camera-password-set': return camera
    case 'camera-retired': return { ...camera, state: 'retired' }
  }
}
