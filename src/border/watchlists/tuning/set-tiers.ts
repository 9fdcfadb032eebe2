import { announce, refuse, type Decision } from '#platform/decisions'
import type { By, Site } from '#values'
import type { Tiers } from '../match-set/sureness.ts'
import type { TiersSet } from './list-tiers.ts'

export interface Wanted {
  readonly certainPerMillion: number
  readonly probablePerMillion: number
}

export interface Setting extends Wanted, Tiers {
  readonly listId: string
  readonly site: Site
}

/** The owner of a list settles how many vehicles may be taken for a listed one; the costs were estimated from that, and are kept with it. */
export function setTiers(setting: Setting, { name, at }: By): Decision<TiersSet> {
  if (setting.site !== 'centre') return refuse('lists-are-kept-at-the-centre')
  if (setting.probablePerMillion < setting.certainPerMillion) return refuse('probable-below-certain')
  return announce({ type: 'tiers-set', ...setting, setBy: name, setAt: at })
}
