import type { AllowedTargets } from '#platform/outgoing'
import type { Wiring } from '#platform/web'
import { releaseFeed } from './outbox/release.feed.ts'
import { receiveFeed } from './received/receive.feed.ts'

/** Mounted at the centre alone, where everything arrives and the lists are kept. */
export function release(allowed: AllowedTargets, ca?: string): Wiring {
  return { feeds: [releaseFeed(allowed, ca), receiveFeed] }
}
