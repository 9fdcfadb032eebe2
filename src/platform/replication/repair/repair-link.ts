import type pg from 'pg'
import { connect } from '#platform/database'
import { siteName, type Site } from '#values'
import type { AlarmName } from '../alarm/alarm.ts'
import { lostCopies, takeUpCopy } from '../first-copy.store.ts'
import { withClient } from '../join-peer.ts'
import type { Fingerprint } from '../line/certificate.ts'
import { publicationsBetween, type Publication } from '../publications.ts'
import type { RangeKey } from '../proof/range.ts'
import { streams, type ReplicatedTable, type Stream } from '../replicated-table.ts'
import { readPlace, rememberJoin } from '../look-at-peer.store.ts'
import { keepCertificate } from '../renewal/peer-certificate.store.ts'
import { alignLane } from './align-lane.store.ts'
import { settleClashes } from './settle-clashes.store.ts'
import { enable, peerAddress, takeNewPlace } from './subscription.store.ts'
import { raiseSlotLimit } from './slot-limit.store.ts'

/** What to repair, at the site whose database this is. */
export interface Repair {
  /** This site's own database. */
  readonly url: string
  readonly here: Site
  readonly from: Site
  readonly alarm: AlarmName
  /** One lane where the alarm names one; else all of them. */
  readonly lane?: Stream
  readonly tables: readonly ReplicatedTable[]
  readonly keys: ReadonlyMap<string, RangeKey>
  /** Who repairs, for what is set aside as evidence. */
  readonly byName: string
  /** By which the peer will be known, where the alarm is about that. */
  readonly certificate?: Fingerprint
  /** Brings this site's schema up to its version of Juxta, and answers which migrations were new. */
  migrate(): Promise<readonly string[]>
}

/** A repair of one lane, with both ends at hand. */
export interface LaneRepair {
  readonly own: pg.Client
  readonly peer: pg.Client
  readonly publication: Publication
  readonly keys: ReadonlyMap<string, RangeKey>
  readonly byName: string
  readonly why: string
}

/** Repairs what an alarm stands for, and answers in sentences what was done. Nothing is thrown away: what had to give way is set aside. */
export async function repairLink(repair: Repair): Promise<readonly string[]> {
  const { alarm, url, here, from } = repair
  switch (alarm) {
    case 'cut': return ['Nothing to repair in Juxta: the network between the two sites is cut. Both go on working; the rows follow by themselves.']
    case 'clock-offset': return [`Set the clocks of ${siteName(here)} and ${siteName(from)} by the same time service (chronyc tracking shows by how much each is off); the alarm ends by itself within seconds.`]
    case 'certificate-expiring': return [await knowCertificate(repair)]
    case 'slot-lag': return withClient(url, raiseSlotLimit)
    case 'missing-column': return [...await migrated(repair), ...await repairLanes(repair)]
    default: return repairLanes(repair)
  }
}

/** The peer tells its next certificate itself as long as it can be reached; else a person reads it there and says it here. */
async function knowCertificate({ url, here, from, certificate, byName }: Repair): Promise<string> {
  if (certificate === undefined) return `Say --certificate with the fingerprint that stands on the page of links of ${siteName(from)}: there the alarm gives the whole command.`
  const { db, close } = connect(url)
  await keepCertificate(db, { peer: from, fingerprint: certificate, toldBy: byName }).finally(close)
  return `${siteName(here)} will know ${siteName(from)} by that certificate too, from the next second on.`
}

async function migrated({ here, migrate }: Repair): Promise<readonly string[]> {
  const applied = await migrate()
  if (applied.length > 0) return [`Applied at ${siteName(here)}: ${applied.join(', ')}.`]
  return [`${siteName(here)} has every migration of its version: what is missing belongs to a newer one. Install that version here; receivers come first.`]
}

async function repairLanes(repair: Repair): Promise<readonly string[]> {
  const { url, here, from, lane, tables } = repair
  const publications = publicationsBetween(from, here, tables).filter(({ stream }) => stream === (lane ?? stream))
  return withClient(url, async (own) => {
    const address = await peerAddress(own, publications)
    if (address === undefined) return [`${siteName(here)} does not receive from ${siteName(from)} yet: start it, and it subscribes by itself.`]
    return withClient(address, async (peer) => {
      const said: string[] = []
      for (const publication of inOrder(publications)) said.push(...await repairLane(repair, { own, peer, publication, keys: repair.keys, byName: repair.byName, why: repair.alarm }))
      if (repair.alarm === 'restored') await rememberJoin(own, from, await readPlace(peer))
      return said
    })
  })
}

function inOrder(publications: readonly Publication[]): readonly Publication[] {
  return publications.toSorted((one, other) => streams.indexOf(one.stream) - streams.indexOf(other.stream))
}

/** First the stream flows again, then what it left out is copied. */
async function repairLane({ alarm }: Repair, lane: LaneRepair): Promise<readonly string[]> {
  const said: string[] = []
  if (alarm === 'lost-slot' || alarm === 'restored') said.push(await takeNewPlace(lane))
  if (alarm === 'lost-copy') said.push(...await takeUpCopies(lane))
  if (alarm === 'clashing-row') said.push(...await settleClashes(lane))
  said.push(...await enable(lane))
  said.push(...await alignLane(lane))
  return said
}

async function takeUpCopies({ own, peer, publication }: LaneRepair): Promise<readonly string[]> {
  const lost = await lostCopies(own, peer, [publication])
  for (const copy of lost) await takeUpCopy(own, peer, copy)
  return lost.map(({ table }) => `The first copy of ${table} is taken up where it stood.`)
}
