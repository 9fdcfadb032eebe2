import type { Wiring } from '#platform/web'
import { cameraFeed } from './plate-read/camera-intake.feed.ts'

export const arrivals: Wiring = {
  feeds: [cameraFeed(() => async () => {})],
}
