import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { change } from '#platform/events'
import {
  alertingMatches, buildMatchSet, entriesToLookBackFor, handlingInForce, listedEntries, allLists, readTuning, recordLookedBack,
  type Alerting, type ToLookBackFor,
} from '#border/watchlists'
import { epochMsOf, hoursAfter, instantOfEpochMs, type By, type Instant, type Port } from '#values'
import { crossingsSince } from '../crossing/crossing.store.ts'
import type { Crossing, CrossingPlate } from '../crossing/crossing.ts'
import { storedEvidence, type StoredEvidence } from '../plate-read/stored-evidence.store.ts'
import { lookAgainAfterMs, lookBackEntries, lookBackHours } from '../limits.ts'
import { hitIdOf } from './hit-id.feed.ts'
import type { NewHit } from './hit.ts'
import { hits, hitsOfCrossings } from './hit.store.ts'
import { raiseHit } from './raise-hit.ts'

interface LookingBack {
  readonly db: Database
  readonly port: Port
  readonly clock: Clock
}

/**
 * An entry that arrives after the vehicle has passed, also one held up by a cut link, finds the vehicle among the last
 * hours' crossings. Each entry is looked at twice: what was being read and written while it arrived shows in the second look.
 */
export async function lookBack(looking: LookingBack): Promise<void> {
  const { db, port, clock } = looking
  const now = clock.now()
  const asked = { port, today: clock.today(), firstLookedBefore: instantOfEpochMs(epochMsOf(now) - lookAgainAfterMs), most: lookBackEntries }
  for (let waiting = await entriesToLookBackFor(db, asked); waiting.length > 0; waiting = waiting.length < lookBackEntries ? [] : await entriesToLookBackFor(db, asked)) {
    await holdAgainstThePast(looking, waiting)
    await recordLookedBack(db, port, waiting.map(({ entry: { id }, firstLookedAt }) => ({ entryId: id, firstLookedAt: firstLookedAt ?? now, settled: firstLookedAt !== null })))
  }
}

async function holdAgainstThePast({ db, port, clock }: LookingBack, waiting: readonly ToLookBackFor[]): Promise<void> {
  const now = clock.now()
  const set = buildMatchSet(listedEntries(waiting.map(({ entry }) => entry), await allLists(db)))
  const judgedUntil = new Map(waiting.map(({ entry, firstLookedAt }) => [entry.id, instantOfEpochMs(epochMsOf(firstLookedAt ?? now) + lookAgainAfterMs)]))
  const [crossings, tuning] = await Promise.all([crossingsSince(db, port, hoursAfter(-lookBackHours, now)), readTuning(db, port)])
  const stored = await storedEvidence(db, crossings.flatMap(({ plates }) => plates.flatMap(readIdsOf)))
  const found = crossings.flatMap((crossing) => surestOf(crossing, (plate) => alertingMatches(set, evidenceOf(plate, stored), tuning))
    // A vehicle seen at a moment to come was seen by a camera whose clock is ahead: when it passed is not known, so it is held against every entry.
    .filter(({ match }) => crossing.lastSeenAt <= (judgedUntil.get(match.listed.entryId) ?? now) || crossing.lastSeenAt > now))
  const known = new Set((await hitsOfCrossings(db, [...new Set(found.map(({ crossing }) => crossing.id))])).map(({ crossingId, entryId }) => `${crossingId} ${entryId}`))
  const by: By = { officerId: 'machine', name: 'Watchlist matching', role: 'machine', site: port, at: now, reason: `The entry arrived after the vehicle had passed; the last ${lookBackHours} hours were looked through` }
  for (const one of found.filter(({ crossing, match }) => !known.has(`${crossing.id} ${match.listed.entryId}`))) {
    const hit = lateHit(one, now)
    await change(db, hits, { id: hit.id, by }, (state) => raiseHit(state, hit))
  }
}

interface FoundBefore {
  readonly crossing: Crossing
  readonly plate: CrossingPlate
  readonly match: Alerting
}

/** For each entry the plate of the crossing that fits it best. */
function surestOf(crossing: Crossing, ask: (plate: CrossingPlate) => readonly Alerting[]): readonly FoundBefore[] {
  const byEntry = new Map<string, FoundBefore>()
  for (const plate of crossing.plates) {
    for (const match of ask(plate)) {
      const before = byEntry.get(match.listed.entryId)
      if (before === undefined || match.cost < before.match.cost) byEntry.set(match.listed.entryId, { crossing, plate, match })
    }
  }
  return [...byEntry.values()]
}

function readIdsOf({ readIds, readId }: CrossingPlate): readonly string[] {
  return readIds === undefined || readIds.length === 0 ? [readId] : readIds
}

/** Every read of the plate, with what the cameras thought besides, as it was weighed when the vehicle passed; its best read where the reads are gone. */
function evidenceOf(plate: CrossingPlate, stored: ReadonlyMap<string, StoredEvidence>): readonly StoredEvidence[] {
  const reads = readIdsOf(plate).flatMap((id) => stored.get(id) ?? [])
  const { readId: id, plate: text, country, confidence, characterConfidence } = plate
  return reads.length > 0 ? reads : [{ id, cameraId: '', plate: text, country, confidence, characterConfidence, candidates: [] }]
}

function lateHit({ crossing, plate, match }: FoundBefore, now: Instant): NewHit {
  const { entry, list } = match.listed
  const { how, differences, cost, sureness, otherPlate, model } = match
  const idOf = (read: object): string => ('id' in read && typeof read.id === 'string' ? read.id : plate.readId)
  const reads = match.reads.map((each) => ({ readId: idOf(each.read), cameraId: each.read.cameraId ?? '', plate: each.read.plate, how: each.how, differences: each.differences, model: { version: each.model.version, of: each.model.of } }))
  return {
    id: hitIdOf(crossing.id, entry.id), site: crossing.site, crossingId: crossing.id, plateId: plate.id, lane: crossing.lane, raisedAt: now, insideSince: crossing.lastSeenAt,
    entryId: entry.id, listNameEn: list.nameEn, listNameFr: list.nameFr, reasonEn: entry.reasonEn, reasonFr: entry.reasonFr,
    handling: handlingInForce(entry), markers: entry.markers, listedPlate: entry.plate, listedCountry: entry.country,
    how, differences, cost, plate: match.read.plate, country: match.read.country, characterConfidence: match.read.characterConfidence, readId: idOf(match.read), imageSha256: plate.imageSha256,
    explained: { sureness, otherPlate, modelVersion: model.version, reads },
  }
}
