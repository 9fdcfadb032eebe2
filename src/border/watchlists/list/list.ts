import type { Site } from '#values'

/** A watchlist: who answers for it, what allows it, and what it is for. */
export interface Watchlist {
  readonly id: string
  readonly site: Site
  readonly nameEn: string
  readonly nameFr: string
  readonly owner: string
  readonly legalBasis: string
  readonly purposeEn: string
  readonly purposeFr: string
}

export interface ListOpened extends Watchlist {
  readonly type: 'list-opened'
}

export function evolveList(list: Watchlist | undefined, { type: _type, ...opened }: ListOpened): Watchlist {
  return { ...list, ...opened }
}
