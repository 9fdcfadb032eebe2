import { announce, refuse, type Decision } from '#platform/decisions'
import type { Instant, JoinedPort } from '#values'

/** A port that was invited, has joined, or has left. */
export interface Membership {
  readonly port: JoinedPort
  readonly name: string
  readonly zone: string
  readonly tokenSha256: string
  readonly invitedBy: string
  readonly invitedAt: Instant
  readonly expiresAt: Instant
  readonly joinedAt: Instant | null
  readonly fingerprint: string | null
  readonly leftAt: Instant | null
}

export interface PortInvited extends Pick<Membership, 'port' | 'name' | 'zone' | 'tokenSha256' | 'invitedBy' | 'invitedAt' | 'expiresAt'> {
  readonly type: 'port-invited'
}

export interface PortJoined {
  readonly type: 'port-joined'
  readonly joinedAt: Instant
  readonly fingerprint: string
}

export interface PortLeft {
  readonly type: 'port-left'
  readonly leftAt: Instant
}

export type MembershipEvent = PortInvited | PortJoined | PortLeft

/** A newer invitation takes the place of one that was not used: its token is worth nothing any more. */
export function invitePort(invitation: Omit<PortInvited, 'type'>): Decision<PortInvited> {
  return announce({ type: 'port-invited', ...invitation })
}

/** By the token that was given out last, once, and before it ends. */
export function joinAsPort(membership: Membership | undefined, token: { readonly sha256: string; readonly fingerprint: string; readonly at: Instant }): Decision<PortJoined> {
  if (membership === undefined || membership.tokenSha256 !== token.sha256) return refuse('token-unknown')
  if (membership.joinedAt !== null) return refuse('token-used')
  if (token.at > membership.expiresAt) return refuse('token-expired')
  return announce({ type: 'port-joined', joinedAt: token.at, fingerprint: token.fingerprint })
}

export function leave(membership: Membership | undefined, leftAt: Instant): Decision<PortLeft> {
  if (membership === undefined || membership.joinedAt === null || membership.leftAt !== null) return refuse('not-a-member')
  return announce({ type: 'port-left', leftAt })
}

export function evolve(membership: Membership | undefined, event: MembershipEvent): Membership {
  if (event.type === 'port-invited') {
    const { type: _, ...invitation } = event
    return { ...invitation, joinedAt: null, fingerprint: null, leftAt: null }
  }
  if (membership === undefined) throw new Error('A port joined or left that was never invited')
  if (event.type === 'port-joined') return { ...membership, joinedAt: event.joinedAt, fingerprint: event.fingerprint, leftAt: null }
  return { ...membership, leftAt: event.leftAt }
}
