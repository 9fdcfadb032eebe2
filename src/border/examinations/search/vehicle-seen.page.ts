import { readCrossing, readHit, type Crossing, type Hit } from '#border/arrivals'
import type { Database } from '#platform/database'

/** What a link to a new search may carry. */
export interface SearchLink {
  readonly crossing?: string | undefined
  readonly hit?: string | undefined
  readonly plate?: string | undefined
  readonly trailer?: string | undefined
  readonly country?: string | undefined
  readonly lane?: string | undefined
}

type Proposed = Readonly<Record<string, string | null | undefined>>

/** Answers proposed from what the cameras saw, so that nobody types what has already been read. */
export async function vehicleSeen(db: Database, { crossing: crossingAsked, hit: hitAsked, plate, trailer, country, lane }: SearchLink): Promise<Proposed> {
  const hit = hitAsked === undefined ? undefined : await readHit(db, hitAsked)
  const crossing = await seenCrossing(db, crossingAsked ?? hit?.crossingId)
  const seen = crossing === undefined ? {} : proposedBy(asConfirmed(crossing, hit))
  const asked = Object.entries({ tractorPlate: plate, trailerPlate: trailer, country, lane }).filter(([, value]) => value !== undefined)
  return { crossingId: crossing?.id, hitId: hit?.id, ...seen, ...Object.fromEntries(asked) }
}

async function seenCrossing(db: Database, id: string | undefined): Promise<Crossing | undefined> {
  return id === undefined ? undefined : readCrossing(db, id)
}

/** Where a person has confirmed the listed plate, a camera that misread it is put right. */
function asConfirmed(crossing: Crossing, hit: Hit | undefined): Crossing {
  if (hit?.status !== 'confirmed' || hit.listedPlate.includes('#')) return crossing
  return { ...crossing, plates: crossing.plates.map((seen) => (seen.id === hit.plateId ? { ...seen, plate: hit.listedPlate } : seen)) }
}

/** A plate whose part no camera tells stands as the tractor's, which is what a front camera sees. */
function proposedBy({ plates, lane }: Crossing): Proposed {
  const tractor = plates.find(({ part }) => part === 'tractor') ?? plates.find(({ part }) => part === null)
  const trailer = plates.find(({ part }) => part === 'trailer')
  return { tractorPlate: tractor?.plate, trailerPlate: trailer?.plate, country: (tractor ?? trailer)?.country, lane }
}
