import { announce, refuse, type Decision } from '#platform/decisions'
import { hoursAfter, type Instant } from '#values'
import { formerKeyDays } from '../limits.ts'

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
  /** Keys that the partner has said follow the one in its rule, or one another. */
  readonly successors: readonly Successor[]
  /** The number of the newest of our keys that it has taken; null while it knows the one it was given at first. */
  readonly ownKey: number | null
}

export interface Successor {
  readonly publicKey: string
  readonly after: string
  readonly toldAt: Instant
}

export type NewPartner = Omit<Partner, 'stoppedThrough' | 'successors' | 'ownKey'>

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

export interface PartnerKeyFollowed extends Successor {
  readonly type: 'partner-key-followed'
}

export interface OwnKeyTaken {
  readonly type: 'own-key-taken'
  readonly number: number
}

export type PartnerEvent = PartnerRegistered | ReleaseStopped | CanaryAlarmCleared | PartnerKeyFollowed | OwnKeyTaken

export function evolvePartner(partner: Partner | undefined, event: PartnerEvent): Partner {
  const { type, ...facts } = event
  if (event.type === 'partner-registered') return { ...(facts as NewPartner), stoppedThrough: 0, successors: [], ownKey: null }
  if (partner === undefined) throw new Error(`${type} before the partner was registered`)
  switch (event.type) {
    case 'release-stopped': return { ...partner, stoppedThrough: event.stoppedThrough }
    case 'partner-key-followed': return { ...partner, successors: [...partner.successors, { publicKey: event.publicKey, after: event.after, toldAt: event.toldAt }] }
    case 'own-key-taken': return { ...partner, ownKey: event.number }
    case 'canary-alarm-cleared': return partner
  }
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

/**
 * The partner says which key follows the one it signed this with. A key has one successor: who says another, with a key that has been
 * followed already, may be a thief of it.
 */
export function followKey(partner: Partner | undefined, successor: Successor): Decision<PartnerKeyFollowed> {
  if (partner === undefined) return refuse('no-such-partner')
  const known = partner.successors.find(({ after }) => after === successor.after)
  if (known !== undefined) return known.publicKey === successor.publicKey ? announce() : refuse('key-followed-already')
  return announce({ type: 'partner-key-followed', ...successor })
}

/** The keys by which the partner may sign now: the newest that follows the one two people agreed to, and for a while the one before it. */
export function keysOf({ successors }: Pick<Partner, 'successors'>, agreed: string, now: Instant): readonly [newest: string, ...former: string[]] {
  let newest = agreed
  let former: string[] = []
  for (const { publicKey, after, toldAt } of successors) {
    if (after !== newest) continue
    former = now < hoursAfter(formerKeyDays * 24, toldAt) ? [newest] : []
    newest = publicKey
  }
  return [newest, ...former]
}
