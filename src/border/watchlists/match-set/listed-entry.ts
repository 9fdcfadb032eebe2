import type { Entry } from '../entry/entry.ts'
import type { Watchlist } from '../list/list.ts'
import type { ListedPlate } from './evidence.ts'

/** A listed plate with all that an officer is told when it is seen. */
export interface ListedEntry extends ListedPlate {
  readonly entry: Entry
  readonly list: Pick<Watchlist, 'nameEn' | 'nameFr'>
}

/** At a port that is being copied to for the first time an entry can be there before its list: it alerts all the same, and is named when the list has come. */
const listOnItsWay = { nameEn: 'List still being copied', nameFr: 'Liste en cours de copie' } as const

export function listedEntries(entries: readonly Entry[], lists: readonly Watchlist[]): readonly ListedEntry[] {
  const byId = new Map(lists.map((list) => [list.id, list]))
  return entries.map((entry) => ({
    entryId: entry.id, plate: entry.plate, country: entry.country, editsMax: entry.handling === 'stop' ? 2 : 1, entry, list: byId.get(entry.listId) ?? listOnItsWay,
  }))
}
