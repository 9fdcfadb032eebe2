import { mayServeBy, noticeMayBeFixedTo, whenDeemedReceived, type SentBy, type ServiceWay, type Transporter } from '#law'
import type { CalendarDate, Citation } from '#values'
import type { Person } from '../person/person.ts'
import { addresseeOf, linesBelow } from '../representative/addressee.ts'
import type { Representative } from '../representative/representative.ts'
import type { Channel, Destination } from './dispatch.ts'

export interface PlannedChannel {
  readonly channel: Channel
  readonly because: string
}

/** How a letter goes to somebody unless an officer says otherwise: by post wherever there is an address, and by e-mail beside it where the law of that day knows e-mail. */
export function planChannels({ lines, email }: Pick<Destination, 'lines' | 'email'>, on: CalendarDate): readonly PlannedChannel[] {
  const byEmail = email !== null && mayServeBy('email', on).value
  return [
    ...(lines.length === 0 ? [] : [{ channel: 'post', because: 'There is an address' } as const]),
    ...(byEmail ? [{ channel: 'email', because: 'There is an e-mail address, and the law knows service by e-mail' } as const] : []),
  ]
}

/** The other ways open to an officer, as the law of that day has them (s.35(12)). A notice is fixed only to a detached trailer. */
export function mayBeServedBy(channel: Channel, transporter: Transporter, on: CalendarDate): boolean {
  return channel === 'fixed-to-trailer' ? noticeMayBeFixedTo(transporter, on).value : mayServeBy(waysOfService[channel], on).value
}

const waysOfService: Readonly<Record<Exclude<Channel, 'fixed-to-trailer'>, ServiceWay>> = { 'post': 'post', 'email': 'email', 'by-hand': 'in-person' }

/** In care of a representative who has authority for letters, at the person's own address otherwise. */
export function destinationOf(person: Person, representatives: readonly Representative[], on: CalendarDate): Destination {
  const addressee = addresseeOf(person, representatives, on)
  const { name, country, email, source, asOf } = addressee
  return { name, lines: linesBelow(addressee), country, email, source, asOf }
}

export interface DeemedReceipt {
  /** Null where the law says nothing about this way of sending, to that country, on that day. */
  readonly on: CalendarDate | null
  readonly under: readonly Citation[]
}

const sentBy: Readonly<Record<Channel, SentBy | undefined>> = { post: 'post', email: 'email', 'by-hand': undefined, 'fixed-to-trailer': undefined }

const home: readonly string[] = ['united kingdom', 'uk', 'great britain', 'gb', 'england', 'scotland', 'wales', 'northern ireland']

/** The day on which the law takes a letter sent abroad to have arrived (reg. 14(2)). It is shown beside the clocks and moves none of them. */
export function deemedReceipt(channel: Channel, sentOn: CalendarDate, country: string): DeemedReceipt {
  const way = sentBy[channel]
  if (way === undefined || home.includes(country.trim().toLowerCase())) return { on: null, under: [] }
  const { value, under } = whenDeemedReceived(sentOn, way)
  return { on: value, under }
}
