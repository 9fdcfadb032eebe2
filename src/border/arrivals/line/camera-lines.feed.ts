import type { AddressRule, Credentials, Device } from '#platform/outgoing'
import { streamKinds, type Camera, type CameraLink, type StreamKind } from '../camera/camera.ts'
import { followTopic } from './broker-client.feed.ts'
import { listenForFrames } from './frame-listener.feed.ts'
import { linesLookEveryMs } from './limits.ts'
import type { Line, LineEnds, LineState } from './line.ts'
import { readSocket } from './socket-client.feed.ts'
import { readStream } from './stream-client.feed.ts'

/** A camera on the register, with what its line is opened by. */
export interface Linked extends Pick<Camera, 'link' | 'clockAheadMs'> {
  readonly credentials: Credentials | undefined
}

export interface LinkedCameras {
  /** The cameras in use, asked each time. */
  readonly cameras: () => Promise<ReadonlyMap<string, Linked>>
  /** Settles once the message of that camera is on disk. */
  readonly receive: (cameraId: string, bytes: Uint8Array, contentType: string) => Promise<void>
  readonly isAllowed: AddressRule
  readonly onFault: (what: string, fault: unknown) => void
  readonly told: (cameraId: string, state: LineState) => void
  readonly heard: (cameraId: string) => void
  /** A camera taken off the register, or given another link. */
  readonly gone: (cameraId: string) => Promise<void>
  /** A Dahua stream stands again: what was missed can be fetched. */
  readonly catchUp?: (missed: { readonly cameraId: string; readonly channel: number; readonly clockAheadMs: number; readonly device: Device; readonly signal: AbortSignal }) => Promise<void>
}

interface Held {
  readonly written: string
  readonly line: Line
}

/** Keeps a listener, a stream, a socket or a subscription for every camera on the register that has one, as long as it is there. */
export function cameraLines(linked: LinkedCameras): Line {
  const held = new Map<string, Held>()
  let looking: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    const cameras = await linked.cameras()
    for (const [id, { written, line }] of held) {
      if (writtenOf(cameras.get(id)) !== written) {
        held.delete(id)
        await line.close()
        await linked.gone(id)
      }
    }
    for (const [id, camera] of cameras) {
      if (camera.link !== null && !held.has(id)) held.set(id, { written: writtenOf(camera), line: await opened(id, camera, camera.link, linked) })
    }
  }
  const lookSafely = (): void => {
    looking = looking.then(look).catch((fault: unknown) => linked.onFault('A camera’s line could not be opened', fault))
  }
  const timer = setInterval(lookSafely, linesLookEveryMs)
  lookSafely()
  return {
    close: async () => {
      clearInterval(timer)
      await looking
      await Promise.all([...held.values()].map(({ line }) => line.close()))
    },
  }
}

/** A new password or clock opens the line anew, as a new link does. */
function writtenOf(camera: Linked | undefined): string {
  return camera?.link ? JSON.stringify([camera.link, camera.credentials ?? null, camera.clockAheadMs]) : ''
}

async function opened(cameraId: string, { credentials, clockAheadMs }: Linked, link: CameraLink, linked: LinkedCameras): Promise<Line> {
  const ends: LineEnds = {
    cameraId,
    receive: (bytes, contentType = '') => linked.receive(cameraId, bytes, contentType),
    told: (state) => linked.told(cameraId, state),
    heard: () => linked.heard(cameraId),
    onFault: linked.onFault,
  }
  const { isAllowed, catchUp } = linked
  if (link.by === 'tags') return listening(link, ends)
  if (link.by === 'broker') return followTopic({ ...ends, link, credentials, isAllowed })
  if (link.by === 'socket') return readSocket({ ...ends, link, isAllowed })
  const onUp = catchUp !== undefined && isDahua(link.by) ? (device: Device, signal: AbortSignal) => catchUp({ cameraId, channel: link.channel, clockAheadMs, device, signal }) : undefined
  return readStream({ ...ends, link, credentials, isAllowed, ...(onUp === undefined ? {} : { onUp }) })
}

function isDahua(kind: StreamKind): boolean {
  return streamKinds.includes(kind) && kind.startsWith('dahua')
}

/** A listener stands by itself; whether the camera connects is seen by what it sends. */
async function listening(link: { readonly port: number; readonly from: string }, ends: LineEnds): Promise<Line> {
  const listener = await listenForFrames({ ...link, receive: async (frame) => { ends.heard(); await ends.receive(frame) }, onFault: ends.onFault })
  ends.told({ state: 'up', reason: null, detail: null, tries: 0 })
  return listener
}
