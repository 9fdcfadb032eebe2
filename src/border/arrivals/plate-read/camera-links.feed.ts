import type { Camera, CameraLink } from '../camera/camera.ts'
import { followTopic } from './broker-client.feed.ts'
import { linksLookEveryMs } from './limits.ts'
import { listenForTags } from './tag-listener.feed.ts'

interface Held {
  readonly written: string
  readonly link: { close(): Promise<void> }
}

type OnFault = (what: string, fault: unknown) => void

export interface LinkedCameras {
  /** The cameras in use, asked each time. */
  readonly cameras: () => Promise<ReadonlyMap<string, Pick<Camera, 'link'>>>
  /** Settles once the message of that camera is on disk. */
  readonly receive: (cameraId: string, bytes: Uint8Array) => Promise<void>
  readonly onFault: OnFault
}

/** Keeps a listener or a subscription for every camera on the register that has one, as long as it is there. */
export function cameraLinks(linked: LinkedCameras): { close(): Promise<void> } {
  const held = new Map<string, Held>()
  let looking: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    const cameras = await linked.cameras()
    for (const [id, { written, link }] of held) {
      if (JSON.stringify(cameras.get(id)?.link ?? null) !== written) {
        held.delete(id)
        await link.close()
      }
    }
    for (const [id, { link }] of cameras) {
      if (link !== null && !held.has(id)) held.set(id, { written: JSON.stringify(link), link: await opened(id, link, linked) })
    }
  }
  const lookSafely = (): void => {
    looking = looking.then(look).catch((fault: unknown) => linked.onFault('A camera’s link could not be opened', fault))
  }
  const timer = setInterval(lookSafely, linksLookEveryMs)
  lookSafely()
  return {
    close: async () => {
      clearInterval(timer)
      await looking
      await Promise.all([...held.values()].map(({ link }) => link.close()))
    },
  }
}

async function opened(cameraId: string, link: CameraLink, linked: LinkedCameras): Promise<{ close(): Promise<void> }> {
  const { onFault } = linked
  const receive = (bytes: Uint8Array): Promise<void> => linked.receive(cameraId, bytes)
  if (link.by === 'tags') return listenForTags({ ...link, receive, onFault })
  return followTopic({ ...link, clientId: `juxta-${cameraId}`, receive, onFault })
}
