import type { Entry } from '../entry/entry.ts'
import type { Watchlist } from '../list/list.ts'
import type { ListedPlate } from './evidence.ts'

/** A listed plate with all that an officer is told when it is seen. */
export interface ListedEntry extends ListedPlate {
  readonly entry: Entry
  readonly list: Pick<Watchlist, 'nameEn' | 'nameFr'>
}

export function listedEntries(entries: readonly Entry[], lists: readonly Watchlist[]): readonly ListedEntry[] {
  const byId = new Map(lists.map((list) => [list.id, list]))
  return entries.flatMap((entry) => {
    const list = byId.get(entry.listId)
    return list === undefined ? [] : [{ entryId: entry.id, plate: entry.plate, country: entry.country, editsMax: entry.handling === 'stop' ? 2 : 1, entry, list }]
  })
}
