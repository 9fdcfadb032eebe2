import { secondsBetween, type Instant, type Site } from '#values'
import type { LinkState } from '../judge-link.ts'
import { certificateWarningDays, clockOffsetSeconds, cutAfterSeconds, slotIdleSeconds, slotShare, staleListsSeconds } from '../limits.ts'
import type { Receiving, Slot } from '../link-facts.store.ts'
import type { PeerLook } from '../look-at-peer.ts'
import type { BadRange, LaneProof } from '../proof/proof-state.store.ts'
import { hub, publicationName } from '../publications.ts'
import type { Renewal } from '../renewal/keep-identity.ts'
import { streams, type Stream } from '../replicated-table.ts'
import type { Alarm } from './alarm.ts'
import type { ClockOffset } from './clock-offset.ts'

/** All that is known about one link at one moment. */
export interface AlarmFacts {
  readonly here: Site
  readonly now: Instant
  readonly link: LinkState
  readonly slots: readonly Slot[]
  readonly receiving: readonly Receiving[]
  /** The same, some seconds ago: what counts is whether errors go on. */
  readonly receivingBefore: readonly Receiving[]
  /** What was seen at the other end; absent while it cannot be reached. */
  readonly look?: PeerLook
  readonly proofs: readonly LaneProof[]
  readonly bad: readonly BadRange[]
  readonly offset?: ClockOffset
  readonly renewal: Renewal
  /** How many pages of the lists the peer has not proven yet; known at the centre only. */
  readonly listsBehind?: number
}

/** What is wrong with a link, by name. One fault raises one alarm: what follows from it is not said a second time. */
export function judgeAlarms(facts: AlarmFacts): readonly Alarm[] {
  return [
    ...ofTheLink(facts),
    ...streams.flatMap((lane) => firstOf(ofTheLane(facts, lane))),
    ...streams.flatMap((lane) => ofTheSlot(facts, lane)),
    ...ofTheRows(facts),
  ]
}

function ofTheLink({ here, now, link, look, offset, renewal, listsBehind }: AlarmFacts): readonly Alarm[] {
  const { peer } = link
  const alerts = link.streams.find(({ stream }) => stream === 'alerts')
  const listsAgeSeconds = alerts?.asOf === undefined ? undefined : Math.round(secondsBetween(alerts.asOf, now))
  const daysLeft = Math.floor(secondsBetween(now, renewal.until) / 86_400)
  return [
    ...(link.condition === 'cut' ? [{ name: 'cut', peer, repairAt: here, about: {} } as const] : []),
    ...(look?.restored === undefined ? [] : [{ name: 'restored', peer, repairAt: here, about: { how: look.restored } } as const]),
    ...(listsAgeSeconds !== undefined && listsAgeSeconds > staleListsSeconds
      ? [{ name: 'stale-lists', peer, lane: 'alerts', repairAt: here === hub ? peer : here, about: { ageSeconds: listsAgeSeconds, ...(listsBehind === undefined ? {} : { behind: listsBehind }) } } as const]
      : []),
    ...(offset !== undefined && Math.abs(offset.seconds) - offset.uncertaintySeconds > clockOffsetSeconds
      ? [{ name: 'clock-offset', peer, repairAt: here, about: { seconds: Math.round(offset.seconds * 10) / 10 } } as const]
      : []),
    ...(daysLeft <= certificateWarningDays && !renewal.told.has(peer)
      ? [{ name: 'certificate-expiring', peer, repairAt: peer, about: { days: daysLeft, ...(renewal.next && { certificate: renewal.next }) } } as const]
      : []),
  ]
}

/** In the order of what explains what: a lane stands still because of the first of these. */
function ofTheLane({ here, link, look, receiving, receivingBefore }: AlarmFacts, lane: Stream): readonly Alarm[] {
  const { peer } = link
  const name = publicationName(peer, here, lane)
  const now = receiving.find((each) => each.name === name)
  const before = receivingBefore.find((each) => each.name === name)
  if (now === undefined || look === undefined) return []
  const isSilent = (link.streams.find(({ stream }) => stream === lane)?.silentSeconds ?? 0) > cutAfterSeconds
  const missing = look.missingColumns.filter((column) => column.lane === lane)
  const copies = look.lostCopies.filter((copy) => copy.lane === lane)
  const hasErrors = before !== undefined && now.applyErrors > before.applyErrors
  const at = { peer, lane, repairAt: here }
  return [
    ...(look.lostSlots.includes(name) ? [{ ...at, name: 'lost-slot', about: { slot: name } } as const] : []),
    ...(copies.length > 0 ? [{ ...at, name: 'lost-copy', about: { tables: copies.map(({ table }) => table).join(', ') } } as const] : []),
    ...(missing.length > 0 ? [{ ...at, name: 'missing-column', about: { columns: missing.map(({ table, column }) => `${table}.${column}`).join(', ') } } as const] : []),
    ...(before !== undefined && now.conflicts > before.conflicts ? [{ ...at, name: 'clashing-row', about: { conflicts: now.conflicts } } as const] : []),
    ...(!now.enabled || (isSilent && (hasErrors || !now.running)) ? [{ ...at, name: 'apply-stopped', about: { errors: now.applyErrors, enabled: now.enabled ? 'yes' : 'no' } } as const] : []),
  ]
}

function ofTheSlot({ here, link: { peer }, slots }: AlarmFacts, lane: Stream): readonly Alarm[] {
  const slot = slots.find(({ name }) => name === publicationName(here, peer, lane))
  if (slot === undefined) return []
  if (slot.walStatus === 'lost') return [{ name: 'lost-slot', peer, lane, repairAt: peer, about: { slot: slot.name } }]
  const isFull = slot.limitBytes !== null && slot.keptBytes > slot.limitBytes * slotShare
  const isIdle = slot.idleSeconds !== null && slot.idleSeconds > slotIdleSeconds
  if (!isFull && !isIdle) return []
  return [{ name: 'slot-lag', peer, lane, repairAt: here, about: { keptBytes: slot.keptBytes, limitBytes: slot.limitBytes ?? 0, idleSeconds: slot.idleSeconds ?? 0 } }]
}

function ofTheRows({ here, link: { peer }, proofs, bad, receiving }: AlarmFacts): readonly Alarm[] {
  return streams.flatMap((lane) => {
    const name = publicationName(peer, here, lane)
    if (receiving.some((each) => each.name === name && each.tablesCopied < each.tables)) return []
    const gap = proofs.find((proof) => proof.lane === lane && proof.gapFrom !== null && comesFrom(proof.site, peer, here))
    const ranges = bad.filter((range) => range.lane === lane && comesFrom(range.site, peer, here))
    const [first] = ranges
    return [
      ...(gap === undefined ? [] : [{ name: 'numbers-missing', peer, lane, repairAt: here, about: { of: gap.site, from: gap.gapFrom ?? 0, to: gap.gapTo ?? 0 } } as const]),
      ...(first === undefined ? [] : [{ name: 'rows-differ', peer, lane, repairAt: here, about: { of: first.site, table: first.table, range: first.words, how: first.verdict, here: first.rowsHere, there: first.rowsThere, ranges: ranges.length } } as const]),
    ]
  })
}

/** At a port everything comes by way of the centre; at the centre each port's rows come from itself. */
function comesFrom(origin: Site, peer: Site, here: Site): boolean {
  return here === hub ? origin === peer : peer === hub
}

function firstOf(alarms: readonly Alarm[]): readonly Alarm[] {
  return alarms.slice(0, 1)
}
