import { announce, refuse, type Decision } from '#platform/decisions'
import type { ListOpened, Watchlist } from './list.ts'

/** Opens a list. Sent twice with the same id, it is opened once. */
export function openList(list: Watchlist | undefined, opening: Watchlist): Decision<ListOpened> {
  if (list !== undefined) return announce()
  if (opening.site !== 'centre') return refuse('lists-are-kept-at-the-centre')
  return announce({ type: 'list-opened', ...opening })
}
