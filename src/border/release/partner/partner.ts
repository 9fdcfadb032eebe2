import { announce, refuse, type Decision } from '#platform/decisions'

/** How far out a partner stands: an agency of the United Kingdom, or one of France. Operators are told nothing here. */
export const rings = ['uk', 'fr'] as const

export type Ring = (typeof rings)[number]

/** An agency outside Juxta that may be told something, once two people have agreed to a rule for it. */
export interface Partner {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly ring: Ring
  readonly registeredBy: string
  /** The newest rule that somebody ended by hand; 0 for none. Rules up to it release nothing. */
  readonly stoppedThrough: number
}

export type NewPartner = Omit<Partner, 'stoppedThrough'>

export interface PartnerRegistered extends NewPartner {
  readonly type: 'partner-registered'
}

export interface ReleaseStopped {
  readonly type: 'release-stopped'
  readonly stoppedThrough: number
}

/** A person looked at what a canary showed, and lets the sending go on. */
export interface CanaryAlarmCleared {
  readonly type: 'canary-alarm-cleared'
  readonly alarm: string
}

export type PartnerEvent = PartnerRegistered | ReleaseStopped | CanaryAlarmCleared

export function evolvePartner(partner: Partner | undefined, event: PartnerEvent): Partner {
  const { type, ...facts } = event
  if (event.type === 'partner-registered') return { ...(facts as NewPartner), stoppedThrough: 0 }
  if (partner === undefined) throw new Error(`${type} before the partner was registered`)
  return event.type === 'release-stopped' ? { ...partner, stoppedThrough: event.stoppedThrough } : partner
}

/** Registers a partner, who is told nothing yet. Sent twice with the same id, it is registered once. */
export function registerPartner(partner: Partner | undefined, registering: NewPartner): Decision<PartnerRegistered> {
  return partner === undefined ? announce({ type: 'partner-registered', ...registering }) : announce()
}

/** One person is enough to tell a partner less; telling it anything again takes two. */
export function stopRelease(partner: Partner | undefined, newestVersion: number): Decision<ReleaseStopped> {
  if (partner === undefined) return refuse('no-such-partner')
  if (newestVersion <= partner.stoppedThrough) return refuse('nothing-to-stop')
  return announce({ type: 'release-stopped', stoppedThrough: newestVersion })
}

export function clearCanaryAlarm(partner: Partner | undefined, alarm: string | null): Decision<CanaryAlarmCleared> {
  if (partner === undefined) return refuse('no-such-partner')
  return alarm === null ? refuse('no-alarm') : announce({ type: 'canary-alarm-cleared', alarm })
}
