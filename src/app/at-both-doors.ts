import type { Wiring } from '#platform/web'

/** What an outside service brings to a site: what officers use of it, and what it and the people it serves use at the public door. */
export interface AtBothDoors {
  readonly staff: Wiring
  readonly public: readonly Wiring[]
}
