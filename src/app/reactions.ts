import type { Reaction } from '#platform/events'
import type { Site } from '#values'

/** The whole chain on one screen: when this happens, that reacts. */
export function reactionsAt(_site: Site): readonly Reaction[] {
  return []
}
