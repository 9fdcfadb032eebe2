import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { settableClock, type SettableClock } from '#platform/clock'
import type { Database } from '#platform/database'
import { announce, isRefused } from '#platform/decisions'
import { change, historyOf, idsWithHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { allowedTargets, sender } from '#platform/outgoing'
import { secretKey } from '#platform/web'
import { hits, type HitEvent } from '#border/arrivals'
import { watchlist, watchlistEntry, type EntryEvent, type Handling } from '#border/watchlists'
import { day, instant, plate, type By, type Port } from '#values'
import { aConnection } from './database.ts'
import { aPartner, type TestPartner } from './partner.ts'
import type { TestSite } from './site.ts'
import { markDistribution, type MarkingCode } from '../../src/border/release/marking/marking.ts'
import { changeMarking } from '../../src/border/release/marking/change-marking.store.ts'
import { keyFromSeed } from '../../src/border/release/message/sign.feed.ts'
import type { Sender } from '../../src/border/release/outbox/deliver.feed.ts'
import { sendDue } from '../../src/border/release/outbox/send-due.feed.ts'
import { sweep } from '../../src/border/release/outbox/sweep.feed.ts'
import { queueLengths } from '../../src/border/release/outbox/queue.store.ts'
import { registerPartner } from '../../src/border/release/partner/partner.ts'
import { partners } from '../../src/border/release/partner/partner.store.ts'
import { changeRule } from '../../src/border/release/rule/change-rule.store.ts'
import { answerRule, proposeRule } from '../../src/border/release/rule/propose-rule.ts'
import type { Terms } from '../../src/border/release/rule/rule.ts'
import { rulesOf } from '../../src/border/release/rule/rule.store.ts'

/** A centre with one list that may go to UK agencies, a partner, and a way to let time pass: everything is the product's own but the partner. */
export interface ReleaseWorld {
  readonly db: Database
  readonly url: string
  readonly clock: SettableClock
  readonly partner: TestPartner
  readonly partnerId: string
  readonly listId: string
  readonly sender: Sender
  /** The 32 bytes of our signing key, for a sender in another process. */
  readonly seed: Buffer
  by(officerId: string): By
  agree(change?: Partial<Terms>): Promise<void>
  mark(marking: MarkingCode, subjectId?: string, partnerIds?: readonly string[] | null): Promise<void>
  list(asWritten: string, change?: Partial<Extract<EntryEvent, { type: 'entry-added' }>>): Promise<string>
  enter(id: string, event: EntryEvent): Promise<void>
  raise(asWritten: string, entryId: string, port?: Port): Promise<string>
  handle(hitId: string, event: HitEvent): Promise<void>
  /** Sweeps and sends until nothing waits, or until the partner no longer answers. */
  settle(): Promise<void>
}

export const generousTerms: Omit<Terms, 'address' | 'publicKey' | 'listIds'> = {
  legalBasis: 'Immigration and Asylum Act 1999 s.20', contact: 'Duty desk, +44 000', escalateTo: 'Kit Ledgerwood, watchlist desk',
  kinds: ['hit', 'read', 'entry', 'marker'], handlings: ['observe', 'check', 'stop'], ports: ['calais', 'coquelles', 'dunkerque'], markings: ['uk-only', 'uk-and-fr'],
  fields: ['country', 'port', 'lane', 'seenAt', 'list', 'reason', 'handling', 'markers', 'ports', 'lastDayOn'],
  confirmedOnly: true, sinceOn: day('2026-03-01'), retentionDays: 30, validFrom: day('2026-03-01'), validTo: day('2026-12-31'), accepts: ['entry', 'hit'],
}

/** The world on a database of its own, with a partner and a key of its own. */
export async function aReleaseWorld(): Promise<ReleaseWorld> {
  const { db, url } = await aConnection()
  const partner = await aPartner()
  return furnish({ db, url, clock: settableClock(instant('2026-03-10T09:00:00Z')) }, partner, randomBytes(32))
}

/** The same at a site that is already there and sends by itself too, with its key. */
export async function worldAt({ db, databaseUrl: url, clock, folder }: TestSite, partner: TestPartner): Promise<ReleaseWorld> {
  return furnish({ db, url, clock }, partner, await secretKey(folder, 'release-signing'))
}

async function furnish(place: Pick<ReleaseWorld, 'db' | 'url' | 'clock'>, partner: TestPartner, seed: Buffer): Promise<ReleaseWorld> {
  const { db, clock } = place
  const key = keyFromSeed(seed)
  partner.trust(key.publicKey)
  const world = { ...place, seed, partner, partnerId: newId(), listId: newId(), sender: { db, clock, keys: { key }, tellKeyAgainAt: new Map(), send: sender(allowedTargets(new URL(partner.address).origin), { timeoutMs: 1000, answerMaxBytes: 65_536 }) } }
  const by = (officerId: string): By => ({ officerId, name: `Officer ${officerId}`, role: 'watchlist-owner', site: 'centre', at: clock.now(), reason: 'Test' })
  await change(db, partners, { id: world.partnerId, by: by('owner') }, (known) => registerPartner(known, { id: world.partnerId, name: 'Kent harbours', agency: 'Kent Police', ring: 'uk', registeredBy: 'owner' }))
  await change(db, watchlist, { id: world.listId, by: by('owner') }, () => announce({ type: 'list-opened' as const, id: world.listId, site: 'centre' as const, nameEn: 'Earlier finds', nameFr: 'Découvertes', owner: 'CECPT', legalBasis: 'IAA 1999 s.32', purposeEn: 'Find again', purposeFr: 'Retrouver' }))
  const whole = { ...world, by, ...actsOn(world, by) }
  await whole.mark('uk-only')
  return whole
}

type Bare = Omit<ReleaseWorld, 'by' | 'agree' | 'mark' | 'list' | 'enter' | 'raise' | 'handle' | 'settle'>

function actsOn({ db, clock, partner, partnerId, listId, sender }: Bare, by: (officerId: string) => By): Pick<ReleaseWorld, 'agree' | 'mark' | 'list' | 'enter' | 'raise' | 'handle' | 'settle'> {
  const enter = async (id: string, event: EntryEvent): Promise<void> => void (await change(db, watchlistEntry, { id, by: by('owner') }, () => announce(event)))
  const handle = async (id: string, event: HitEvent): Promise<void> => void (await change(db, hits, { id, by: { ...by('lane'), site: 'calais' } }, () => announce(event)))
  return {
    enter, handle,
    agree: async (change_ = {}) => {
      const id = newId()
      const version = ((await rulesOf(db, partnerId))[0]?.version ?? 0) + 1
      const terms: Terms = { ...generousTerms, listIds: [listId], address: partner.address, publicKey: partner.publicKey, ...change_ }
      const proposed = await changeRule(db, { id, partnerId, by: by('owner') }, (rule) =>
        proposeRule(rule, { id, partnerId, version, terms, proposedBy: 'owner', proposedByName: 'Owner', proposedAt: clock.now() }, { partner: { ring: 'uk' }, today: clock.today(), addressAllowed: true, another: 'none' }))
      const agreed = await changeRule(db, { id, partnerId, by: by('second') }, (rule) => answerRule(rule, 'approve', by('second')))
      if (isRefused(proposed) || isRefused(agreed)) throw new Error(JSON.stringify([proposed, agreed]))
    },
    mark: async (marking, subjectId = listId, partnerIds = null) => {
      await changeMarking(db, { id: subjectId, by: by('owner') }, (now) => markDistribution(now, { subjectId, subject: subjectId === listId ? 'list' : 'entry', marking, partnerIds }))
    },
    list: async (asWritten, change_ = {}) => {
      const id = newId()
      await enter(id, {
        type: 'entry-added', id, site: 'centre', listId, plate: plate(asWritten), country: 'RO', reasonEn: 'Eight found', reasonFr: 'Huit trouvés', handling: 'check' satisfies Handling, markers: [], ports: ['calais'],
        startsOn: day('2026-03-01'), lastDayOn: day('2026-06-01'), reviewOn: day('2026-05-01'), addedBy: 'owner', ...change_,
      })
      return id
    },
    raise: async (asWritten, entryId, port = 'calais') => {
      const id = newId()
      await handle(id, {
        type: 'hit-raised', id, site: port, crossingId: newId(), plateId: newId(), entryId, listNameEn: 'Earlier finds', listNameFr: 'Découvertes', reasonEn: 'Eight found', reasonFr: 'Huit trouvés', handling: 'check', markers: [],
        listedPlate: plate(asWritten), listedCountry: 'RO', readId: newId(), plate: plate(asWritten), country: 'RO', characterConfidence: null, imageSha256: null, how: 'exact', differences: [], cost: 0, lane: '4', raisedAt: clock.now(),
      } as HitEvent)
      return id
    },
    settle: async () => {
      await sweep(sender)
      for (let round = 0; round < 400; round += 1) {
        await sendDue(sender)
        const { waiting = 0 } = (await queueLengths(db)).get(partnerId) ?? {}
        if (waiting === 0 || (await isHeldUp(db, partnerId))) return
        // Another test's transaction on the same server may still be open, and nothing is taken past it.
        await pause(20)
      }
      throw new Error('The outbox did not settle')
    },
  }
}

async function isHeldUp(db: Database, partnerId: string): Promise<boolean> {
  const { rows } = await sql<{ failures: number; canary_alarm: string | null }>`select failures, canary_alarm from release.lane where partner_id = ${partnerId}`.execute(db)
  return rows.some(({ failures, canary_alarm }) => failures > 0 || canary_alarm !== null)
}

/** The ids of every message that the log says was begun, by type of event. */
export async function loggedMessages(db: Database): Promise<ReadonlySet<string>> {
  const ids = await idsWithHistory(db, 'release-item')
  const entries = (await Promise.all(ids.map((id) => historyOf(db, 'release-item', id)))).flat()
  return new Set(entries.filter(({ type }) => type === 'release-begun' || type === 'withdrawal-begun').map(({ body }) => (body as unknown as { messageId: string }).messageId))
}
