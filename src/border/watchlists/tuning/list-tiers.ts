import type { Instant, Site } from '#values'
import type { Tiers } from '../match-set/sureness.ts'

/** What a list's owner accepts in false alerts per million vehicles that pass, and the costs this comes to. */
export interface ListTiers extends Tiers {
  readonly listId: string
  readonly site: Site
  readonly certainPerMillion: number
  readonly probablePerMillion: number
  readonly setBy: string
  readonly setAt: Instant
}

export interface TiersSet extends ListTiers {
  readonly type: 'tiers-set'
}

export function evolveListTiers(_before: ListTiers | undefined, { type: _type, ...tiers }: TiersSet): ListTiers {
  return tiers
}
