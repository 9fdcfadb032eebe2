import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { secretKey } from '#platform/web'
import { secondsBetween, type CalendarDate } from '#values'
import { renewKeyDaysBefore, signingKeyDays } from '../limits.ts'
import { keyFromSeed, type SigningKey } from '../message/sign.feed.ts'
import { allPartners } from '../partner/partner.store.ts'
import type { Partner } from '../partner/partner.ts'
import { ruleInForce } from '../rule/rule.store.ts'
import { addOwnKey, allOwnKeys, showOwnKey, type OwnKey } from './own-key.store.ts'

/** What this installation signs with. */
export interface OwnKeys {
  readonly key: SigningKey
  /** The one that follows, while partners are being told of it. */
  readonly next?: SigningKey & Pick<OwnKey, 'number'>
}

/** The key that a partner knows: it is told of the next one, and gets everything signed with that from then on. */
export function keyFor({ key, next }: OwnKeys, { ownKey }: Pick<Partner, 'ownKey'>): SigningKey {
  return next !== undefined && next.number === ownKey ? next : key
}

/** Which keys a message to us may be for. */
export function publicKeysOf({ key, next }: OwnKeys): readonly string[] {
  return next === undefined ? [key.publicKey] : [key.publicKey, next.publicKey]
}

/** Reads this installation's keys from its folder, or makes them. */
export async function ownKeys(db: Database, dataDir: string): Promise<OwnKeys> {
  const all = await allOwnKeys(db)
  const shown = all.find(({ shownAt }) => shownAt !== null)
  const next = all.find(({ shownAt }) => shownAt === null)
  return { key: await ownKey(dataDir, shown?.number ?? 1), ...(next && { next: { ...await ownKey(dataDir, next.number), number: next.number } }) }
}

export async function ownKey(dataDir: string, number = 1): Promise<SigningKey> {
  return keyFromSeed(await secretKey(dataDir, number === 1 ? 'release-signing' : `release-signing-${number}`))
}

interface Renewing {
  readonly db: Database
  readonly dataDir: string
  readonly clock: Clock
}

/** Makes the next key when it is time, and signs with it alone once everybody knows it. Its secret is there before anybody can read its number. */
export async function renewOwnKey({ db, dataDir, clock }: Renewing): Promise<void> {
  const now = clock.now()
  const [newest] = await allOwnKeys(db)
  if (newest === undefined) return addOwnKey(db, { number: 1, since: now, shownAt: now })
  if (newest.shownAt === null) return (await everybodyHas(db, newest.number, clock.today())) ? showOwnKey(db, newest.number, now) : undefined
  if (secondsBetween(newest.since, now) < (signingKeyDays - renewKeyDaysBefore) * secondsPerDay) return
  const number = newest.number + 1
  await ownKey(dataDir, number)
  await addOwnKey(db, { number, since: now, shownAt: null })
}

const secondsPerDay = 86_400

/** Whether every partner that is told anything has taken this one of our keys. */
async function everybodyHas(db: Database, number: number, today: CalendarDate): Promise<boolean> {
  for (const partner of await allPartners(db)) if (partner.ownKey !== number && (await ruleInForce(db, partner, today)) !== undefined) return false
  return true
}
