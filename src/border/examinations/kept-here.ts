import type { Site } from '#values'
import { refuse, type Decision, type Happening } from '#platform/decisions'

/** Lets an act through only at the site that owns the thing: one writer for each row is what keeps the sites from clashing. */
export function keptHere<State extends { readonly site: Site }, Event extends Happening>(
  site: Site, decide: (state: State | undefined) => Decision<Event>,
): (state: State | undefined) => Decision<Event> {
  return (state) => (state !== undefined && state.site !== site ? refuse('kept-at-another-site') : decide(state))
}
