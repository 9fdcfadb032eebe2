import { epochMsOf, instantOfEpochMs, type Port } from '#values'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import type { End } from '../camera/camera.ts'
import { hitsOfCrossings } from '../hit/hit.store.ts'
import { hintKeptMs } from '../limits.ts'
import { readPlateReads } from '../plate-read/plate-read.store.ts'
import { crossingsSince } from './crossing.store.ts'
import type { Crossing } from './crossing.ts'
import { passingRead, sharesHintWith, supersedes, type Passage, type PassagePlate, type PassingRead } from './passage.ts'

export type FacesOf = (cameraId: string) => End | null

export interface UnderWay {
  readonly passage: Passage
  /** The ids of its hits by entry. */
  readonly hits: ReadonlyMap<string, string>
}

/**
 * The passages that were under way when this process was last stopped, so that a restart between two reads of one
 * lorry makes neither a second crossing nor a second hit. Each plate comes back with its reads.
 */
export async function passagesUnderWay({ db, port, clock }: { db: Database; port: Port; clock: Clock }, facesOf: FacesOf): Promise<readonly UnderWay[]> {
  const crossings = await crossingsSince(db, port, instantOfEpochMs(epochMsOf(clock.now()) - hintKeptMs))
  const hits = Map.groupBy(await hitsOfCrossings(db, crossings.map(({ id }) => id)), ({ crossingId }) => crossingId)
  return Promise.all(crossings.map(async (crossing) => ({
    passage: { id: crossing.id, firstMs: epochMsOf(crossing.firstSeenAt), lastMs: epochMsOf(crossing.lastSeenAt), dropped: [], plates: await platesOf(db, crossing, facesOf) },
    hits: new Map((hits.get(crossing.id) ?? []).map(({ entryId, id }) => [entryId, id])),
  })))
}

async function platesOf(db: Database, { plates }: Crossing, facesOf: FacesOf): Promise<readonly PassagePlate[]> {
  const known = await Promise.all(plates.map(async ({ id, readId, readIds = [readId] }): Promise<PassagePlate> => {
    const reads = (await readPlateReads(db, readIds)).map((read) => passingRead(read, facesOf(read.cameraId)))
    const [standing, replaced] = [reads.filter((read) => !isReplaced(read, reads)), reads.filter((read) => isReplaced(read, reads))]
    return { id, reads: standing, replaced }
  }))
  return known.filter(({ reads }) => reads.length > 0)
}

function isReplaced(read: PassingRead, reads: readonly PassingRead[]): boolean {
  return reads.some((other) => other !== read && sharesHintWith(other, read) && supersedes(other, read) && !supersedes(read, other))
}
