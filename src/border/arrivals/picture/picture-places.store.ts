import type { Database } from '#platform/database'
import type { Instant, Site } from '#values'
import { imagesKept } from '../plate-read/plate-read.store.ts'
import { fetchingOf } from './picture.store.ts'
import { picturePlace, type PicturePlace } from './picture-place.ts'

/** Where each of these pictures of a site is, seen from here. */
export async function picturePlaces(db: Database, { of, here, now }: { of: Site; here: Site; now: Instant }, names: readonly string[]): Promise<ReadonlyMap<string, PicturePlace>> {
  const [kept, fetching] = await Promise.all([imagesKept(db, names), fetchingOf(db, names)])
  return new Map(names.map((name) => {
    const own = of !== here ? 'elsewhere' : kept.has(name) ? 'kept' : 'gone'
    return [name, picturePlace({ own, ...(fetching.get(name) ?? { askedAt: null, answered: 'no' }) }, now)]
  }))
}
