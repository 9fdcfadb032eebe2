import type { By, Port } from '#values'
import { isRefused } from '#platform/decisions'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { changeAllIn, type ActOnOne } from '#platform/events'
import { newIdAt } from '#platform/identity'
import { alertingMatches, alerts, handlingInForce, tuningByDefault, type Alerting, type CurrentMatchSet, type CurrentTuning, type ListedEntry, type MatchSet, type Tuning } from '#border/watchlists'
import { findHits, hitFacts, onlyAlerting, type Found, type Judging } from '../hit/find-hits.ts'
import { hitIdOf } from '../hit/hit-id.feed.ts'
import type { Hit, HitEvent, NewHit } from '../hit/hit.ts'
import { hits } from '../hit/hit.store.ts'
import { raiseHit, supersedeHit } from '../hit/raise-hit.ts'
import { filedUnderMs } from '../plate-read/filed-under.ts'
import type { OnReads } from '../plate-read/plate-read.ts'
import { crossingOf } from './crossing-of.ts'
import { dropPlates, saveCrossings } from './crossing.store.ts'
import type { Crossing } from './crossing.ts'
import { openPassages } from './open-passages.ts'
import { passagesUnderWay, type FacesOf } from './passages-under-way.feed.ts'
import { passingRead, type Passage, type PassagePlate } from './passage.ts'

export interface Following {
  readonly db: Database
  readonly port: Port
  readonly clock: Clock
  readonly matchSet: CurrentMatchSet
  /** What people have settled of the matcher; the working model where it is left out. */
  readonly tuning?: CurrentTuning
  /** Which end each camera looks at, as the register has it now. */
  readonly facing: () => Promise<FacesOf>
}

/** The hits a passage has given so far, by entry. */
interface KnownHit {
  readonly id: string
  /** What was last written of it; undefined until the first writing has been committed. */
  readonly written: string | undefined
}

type HitsOfPassage = ReadonlyMap<string, KnownHit>

const noHits: HitsOfPassage = new Map()

const withdrawn = 'withdrawn'

/**
 * From reads to crossings to hits: the fast path. Only what alerts has a history. Called
 * again with the same reads it writes the same rows, because a passage keeps the ids it was given.
 */
export function followReads(following: Following): OnReads {
  const open = openPassages()
  const known = new Map<string, HitsOfPassage>()

  let resumed = false

  const resume = async (facesOf: FacesOf): Promise<void> => {
    if (resumed) return
    for (const { passage, hits: before } of await passagesUnderWay(following, facesOf)) {
      open.resume(passage)
      known.set(passage.id, new Map([...before].map(([entryId, id]) => [entryId, { id, written: undefined }])))
    }
    resumed = true
  }
  return async (reads) => {
    const [set, facesOf, tuning] = await Promise.all([following.matchSet(), following.facing(), following.tuning?.() ?? tuningByDefault])
    await resume(facesOf)
    const touched = new Map<string, Passage>()
    for (const read of reads) {
      const passage = open.add(passingRead(read, facesOf(read.cameraId)), () => newIdAt(filedUnderMs(read)))
      touched.set(passage.id, passage)
    }
    const passages = [...touched.values()]
    const asked = { set, tuning, judging: { port: following.port, today: following.clock.today(), alerts } }
    const plans = passages.map((passage) => planHits(asked, passage, known.get(passage.id) ?? noHits))
    const alerting = plans.filter(({ before }) => before.size > 0)
    for (const plan of alerting) known.set(plan.passage.id, plan.before)
    await write(following, { passages, alerting, listsVersion: set.version })
    for (const plan of alerting) known.set(plan.passage.id, plan.after)
    for (const gone of open.trim()) known.delete(gone)
  }
}

interface Planned {
  readonly passages: readonly Passage[]
  /** Of those passages that have a hit or had one. */
  readonly alerting: readonly Plan[]
  /** Of the lists that the plans were made with. */
  readonly listsVersion: number | null
}

/** Most batches alert nobody and are one statement; a hit is written in one transaction with its crossing. */
async function write(following: Following, { passages, alerting, listsVersion }: Planned): Promise<void> {
  const crossings = passages.map((passage) => ({ ...crossingOf(passage), listsVersion }))
  const dropped = passages.flatMap((passage) => passage.dropped)
  if (alerting.length === 0 && dropped.length === 0) return saveCrossings(following.db, crossings)
  await following.db.transaction().execute(async (tx) => {
    await saveCrossings(tx, crossings)
    await dropPlates(tx, dropped)
    await writeHits(tx, following, alerting)
  })
}

interface Plan {
  readonly passage: Passage
  readonly found: readonly Found[]
  /** With an id for every hit, also those not yet written. */
  readonly before: HitsOfPassage
  readonly after: HitsOfPassage
}

/** What every passage of a batch is held against. */
interface Asked {
  readonly set: MatchSet<ListedEntry>
  readonly tuning: Tuning
  readonly judging: Judging
}

function planHits({ set, tuning, judging }: Asked, passage: Passage, before: HitsOfPassage): Plan {
  const ask = ({ reads }: PassagePlate): readonly Alerting[] => onlyAlerting(alertingMatches(set, reads, tuning), judging)
  const found = findHits(passage, ask)
  if (found.length === 0 && before.size === 0) return { passage, found, before, after: before }
  const named = new Map(before)
  for (const { match } of found) if (!named.has(match.listed.entryId)) named.set(match.listed.entryId, { id: hitIdOf(passage.id, match.listed.entryId), written: undefined })
  const after = new Map([...named].map(([entryId, hit]) => [entryId, { ...hit, written: signatureOf(found.find(({ match }) => match.listed.entryId === entryId)) }]))
  return { passage, found, before: named, after }
}

function signatureOf(found: Found | undefined): string {
  if (found === undefined) return withdrawn
  const { match, plate } = found
  return [plate.id, match.how, match.cost, plate.reads.map(({ id }) => id)].join()
}

/** Every hit of a batch in one pass, whatever number of vehicles it is about. */
async function writeHits(tx: Database, following: Following, plans: readonly Plan[]): Promise<void> {
  const by = machine(following)
  const decisions = await changeAllIn(tx, hits, by, plans.flatMap((plan) => actsOf(plan, by)))
  for (const decision of decisions) if (isRefused(decision)) throw new Error(`Raising a hit is never refused, yet: ${decision.refused}`)
}

/** What a passage now says of each entry that it did not say when it was last written. */
function actsOf({ passage, before, after, found }: Plan, by: By): readonly ActOnOne<Hit, HitEvent>[] {
  const crossing = crossingOf(passage)
  return [...before].filter(([entryId, { written }]) => written !== after.get(entryId)?.written).map(([entryId, { id }]) => {
    const one = found.find(({ match }) => match.listed.entryId === entryId)
    return { id, decide: (hit) => (one === undefined ? supersedeHit(hit, by.at) : raiseHit(hit, newHit(id, one, crossing, by))) }
  })
}

function newHit(id: string, found: Found, crossing: Crossing, { at: raisedAt }: By): NewHit {
  const { id: crossingId, site, lane } = crossing
  return { id, site, crossingId, plateId: found.plate.id, lane, raisedAt, ...hitFacts(found, crossing, handlingInForce(found.match.listed.entry)) }
}

/** Raising a hit affects nobody: a person looks before anything is done. So the machine may sign it. */
function machine({ port, clock }: Following): By {
  return { officerId: 'machine', name: 'Watchlist matching', role: 'machine', site: port, at: clock.now() }
}
