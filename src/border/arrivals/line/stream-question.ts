import type { StreamKind } from '../camera/camera.ts'

/** Seconds between the signs of life that Dahua is asked for. */
const heartbeatSeconds = 5

/**
 * What is asked of a camera that streams its events. Hikvision: ISAPI `Event/notification/alertStream`. Dahua: `eventManager` for events alone,
 * `snapManager` for events with their pictures; channels are counted from one.
 */
export function streamPath(kind: StreamKind, channel: number): string {
  switch (kind) {
    case 'hikvision-alerts': return '/ISAPI/Event/notification/alertStream'
    case 'dahua-events': return `/cgi-bin/eventManager.cgi?action=attach&codes=[TrafficJunction]&heartbeat=${heartbeatSeconds}`
    case 'dahua-snaps': return `/cgi-bin/snapManager.cgi?action=attachFileProc&channel=${channel}&heartbeat=${heartbeatSeconds}&Flags[0]=Event&Events=[TrafficJunction]`
  }
}
