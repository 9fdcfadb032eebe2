import { hitsWithIds, type Hit } from '#border/arrivals'
import { allLists, entriesWithIds, handlingInForce, type Entry, type Watchlist } from '#border/watchlists'
import type { Database } from '#platform/database'
import { dayOf } from '#values'
import type { Marking } from '../marking/marking.ts'
import { markingsOf } from '../marking/marking.store.ts'
import type { Releasable, Subject } from './record.ts'

/** One row as it stands now, in each of the ways it can be told. */
export type RecordsOf = ReadonlyMap<string, readonly Releasable[]>

/** Reads these rows as they stand now. One that is not there is not in the answer. */
export async function readRecords(db: Database, subject: Subject, ids: readonly string[]): Promise<RecordsOf> {
  return subject === 'hit' ? recordsOfHits(db, await hitsWithIds(db, ids)) : recordsOfEntries(db, await entriesWithIds(db, ids))
}

async function recordsOfHits(db: Database, hits: readonly Hit[]): Promise<RecordsOf> {
  const entries = new Map((await entriesWithIds(db, [...new Set(hits.map(({ entryId }) => entryId))])).map((entry) => [entry.id, entry]))
  const markingOf = await markingFinder(db, [...entries.values()])
  return new Map(hits.flatMap((hit) => {
    const entry = entries.get(hit.entryId)
    return entry === undefined ? [] : [[hit.id, toldOfHit(hit, entry, markingOf(entry))]]
  }))
}

async function recordsOfEntries(db: Database, entries: readonly Entry[]): Promise<RecordsOf> {
  const lists = new Map((await allLists(db)).map((list) => [list.id, list]))
  const markingOf = await markingFinder(db, entries)
  return new Map(entries.map((entry) => [entry.id, toldOfEntry(entry, lists.get(entry.listId), markingOf(entry))]))
}

type MarkingOf = (entry: Entry) => Marking | null

/** What is said of an entry goes before what is said of its list; where nothing is said, it goes to nobody. */
async function markingFinder(db: Database, entries: readonly Entry[]): Promise<MarkingOf> {
  const marked = await markingsOf(db, entries.flatMap(({ id, listId }) => [id, listId]))
  return ({ id, listId }) => marked.get(id) ?? marked.get(listId) ?? null
}

/** What comes from an entry is never marked more freely than the entry. */
function toldOfHit(hit: Hit, { listId }: Entry, marking: Marking | null): readonly Releasable[] {
  const { id, site, lane, status, handling, characterConfidence, how } = hit
  const seenAt = hit.insideSince ?? hit.raisedAt
  const common = {
    subjectId: id, listId, handling, marking, ports: site === 'centre' ? [] : [site], madeOn: dayOf(seenAt), lastDayOn: null,
    standing: status === 'confirmed' ? 'stands' : status === 'dismissed' || status === 'superseded' ? 'taken-back' : 'unconfirmed',
  } as const
  const reason = { en: hit.reasonEn, fr: hit.reasonFr }
  const list = { en: hit.listNameEn, fr: hit.listNameFr }
  return [
    { ...common, kind: 'hit', facts: { plate: hit.listedPlate, country: hit.listedCountry, port: site, lane, seenAt, how, list, reason, handling, markers: hit.markers } },
    { ...common, kind: 'read', facts: { plate: hit.plate, country: hit.country, port: site, lane, seenAt, characterConfidence } },
  ]
}

function toldOfEntry(entry: Entry, list: Watchlist | undefined, marking: Marking | null): readonly Releasable[] {
  const { id, listId, plate, country, markers, ports, startsOn, lastDayOn, status } = entry
  const handling = handlingInForce(entry)
  const common = { subjectId: id, listId, handling, marking, ports, madeOn: startsOn, lastDayOn, standing: status === 'active' ? 'stands' : 'withdrawn' } as const
  const named = list === undefined ? null : { en: list.nameEn, fr: list.nameFr }
  return [
    { ...common, kind: 'entry', facts: { plate, country, list: named, owner: list?.owner, reason: { en: entry.reasonEn, fr: entry.reasonFr }, handling, markers, ports, lastDayOn } },
    { ...common, kind: 'marker', facts: { plate, country, markers } },
  ]
}
