import { grant, grants, right } from '#platform/identity'

/** Lane officers meet an entry on the card of a hit, never as a list to read through. */
export const readWatchlists = right('watchlists.read', ...grants(['watchlist-owner', 'duty-officer-uk', 'auditor']))

export const openWatchlist = right('watchlists.open', grant('watchlist-owner'))
export const addToWatchlist = right('watchlists.entry.add', grant('watchlist-owner'))
export const reviewWatchlistEntry = right('watchlists.entry.review', grant('watchlist-owner'))
export const withdrawFromWatchlist = right('watchlists.entry.withdraw', grant('watchlist-owner'))

/** The second person to a stop may be the duty officer, so that a lone list owner at night need not wait. */
export const confirmWatchlistEntry = right('watchlists.entry.confirm', ...grants(['watchlist-owner', 'duty-officer-uk']))

/** How sure the matcher must be before somebody is told, and what it has learned of the cameras. */
export const seeMatcher = right('watchlists.matcher.see', ...grants(['watchlist-owner', 'duty-officer-uk', 'analyst', 'auditor']))
export const tuneMatcher = right('watchlists.matcher.tune', grant('watchlist-owner'))
