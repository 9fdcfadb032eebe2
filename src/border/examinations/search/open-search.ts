import { isPort } from '#values'
import { announce, refuse, type Decision } from '#platform/decisions'
import type { Search, SearchOpened, SearchOpening } from './search.ts'

/** Opens a search. Sent twice with the same id, it is opened once. */
export function openSearch(search: Search | undefined, opening: SearchOpening): Decision<SearchOpened> {
  if (search !== undefined) return announce()
  if (!isPort(opening.site)) return refuse('searches-take-place-at-ports')
  if (opening.tractorPlate === null && opening.trailerPlate === null && opening.crossingId === null) return refuse('plate-or-crossing-needed')
  if (opening.officers.length === 0) return refuse('officers-needed')

  return announce({ type: 'search-opened', ...opening })
}
