import type { Happening } from '#platform/decisions'
import type { Site } from '#values'

/** Makers whose messages we understand, as the register lists them. */
export const makers = ['hikvision', 'plate-recognizer', 'openalpr', 'dahua', 'axis', 'onvif', 'genetec', 'lilin', 'axxon', 'frigate', 'fiware', 'apds', 'adaptive-recognition', 'nedap', 'other'] as const
export type Maker = (typeof makers)[number]

/** The end of a vehicle a camera looks at. */
export const ends = ['front', 'rear'] as const
export type End = (typeof ends)[number]

/** A device that may post reads here. */
export interface Camera {
  readonly site: Site
  readonly name: string
  readonly maker: Maker
  /** The lane it watches; where absent, the lane in its messages is used. */
  readonly lane: string | null
  /** Tells a tractor's plate from its trailer's; null for a camera that sees either. */
  readonly faces: End | null
  readonly state: 'in-use' | 'retired'
  /** The key itself is known only to the camera. */
  readonly keySha256: string
  /** How its messages are read where no maker's way fits; null for most. */
  readonly mappingId: string | null
  /** How it reaches us; null when it posts to its address, as most do. */
  readonly link: CameraLink | null
}

/** A port we listen at for one camera's tag protocol, which knows no key, so only its own address is let in; or a topic of a broker. */
export type CameraLink =
  | { readonly by: 'tags'; readonly port: number; readonly from: string }
  | { readonly by: 'broker'; readonly url: string; readonly topic: string }

export interface CameraLinked extends Happening {
  readonly type: 'camera-linked'
  readonly link: CameraLink | null
}

export interface CameraRegistered extends Happening, Omit<Camera, 'state' | 'mappingId' | 'link'> {
  readonly type: 'camera-registered'
}

export interface CameraRetired extends Happening {
  readonly type: 'camera-retired'
}

export interface CameraMapped extends Happening {
  readonly type: 'camera-mapped'
  readonly mappingId: string | null
}

export type CameraEvent = CameraRegistered | CameraRetired | CameraMapped | CameraLinked

export function evolve(camera: Camera | undefined, event: CameraEvent): Camera {
  if (event.type === 'camera-registered') {
    const { site, name, maker, lane, faces, keySha256 } = event
    return { site, name, maker, lane, faces, keySha256, state: 'in-use', mappingId: null, link: null }
  }
  if (camera === undefined) throw new Error('A camera that was never registered cannot change')
  switch (event.type) {
    case 'camera-mapped': return { ...camera, mappingId: event.mappingId }
    case 'camera-linked': return { ...camera, link: event.link }
    case 'camera-retired': return { ...camera, state: 'retired' }
  }
}
