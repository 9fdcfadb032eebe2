import { fatesOf, statedModel, written } from '../quality/cameras.ts'
import { chance, type Chance } from '../quality/chance.ts'
import { aVehicle } from '../quality/traffic.ts'

export interface Workload {
  readonly listed: readonly string[]
  /** What cameras wrote of passing vehicles. */
  readonly reads: readonly string[]
  /** Reads whose answers are compared; half of them are of listed plates, so that there is something to find. */
  readonly compared: readonly string[]
  /** Plates that are on no list yet. */
  readonly late: readonly string[]
}

const seed = 20_261_123

/** Enough that their buckets do not all stay in a cache: half a million reads touch four million. */
const readsInAll = 500_000

/** Of all reads, those of listed vehicles (203 million hits in 10.1 thousand million reads: anpr.md 1.1). */
const listedShare = 0.02

/** The same plates and reads on every run and for every contender. About 12% of reads hold an error (anpr.md 4.4). */
export function workload(plates: number, compared: number): Workload {
  const by = chance(seed)
  // One drawn twice is listed twice, as it is on real lists.
  const listed = Array.from({ length: plates }, () => aVehicle(by).plate)
  return {
    listed,
    reads: Array.from({ length: readsInAll }, () => readOf(by.happens(listedShare) ? by.one(listed) : aVehicle(by).plate, by)),
    compared: Array.from({ length: compared }, (_, at) => readOf(at % 2 === 0 ? by.one(listed) : aVehicle(by).plate, by)),
    late: Array.from({ length: lateInAll }, (_, at) => `ZZ${String(at).padStart(3, '0')}QQQ`),
  }
}

export const lateInAll = 201

function readOf(plate: string, by: Chance): string {
  return flat(written(plate, fatesOf(plate, statedModel, { by, scale: 1 })))
}

/** In one piece, as text comes out of a message; joined pieces would be put together while somebody is being timed. */
function flat(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1')
}
