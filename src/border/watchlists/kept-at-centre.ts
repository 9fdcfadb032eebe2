import type { Site } from '#values'
import { refuse, type Decision, type Happening } from '#platform/decisions'

/** Lets an act through only at the centre, which alone writes the lists. */
export function keptAtCentre<State, Event extends Happening>(
  site: Site, decide: (state: State | undefined) => Decision<Event>,
): (state: State | undefined) => Decision<Event> {
  return (state) => (site === 'centre' ? decide(state) : refuse('lists-are-kept-at-the-centre'))
}
