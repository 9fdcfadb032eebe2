import type { Wiring } from '#platform/web'
import { onReads } from './crossing/on-reads.feed.ts'
import { cameraFeed } from './plate-read/camera-intake.feed.ts'

export const arrivals: Wiring = {
  feeds: [cameraFeed(onReads)],
}
