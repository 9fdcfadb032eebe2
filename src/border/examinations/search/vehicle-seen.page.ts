import type { PageContext } from '#platform/web'

/** What a link to a new search may carry. */
export interface SearchLink {
  readonly crossing?: string | undefined
  readonly hit?: string | undefined
  readonly plate?: string | undefined
  readonly trailer?: string | undefined
  readonly country?: string | undefined
  readonly lane?: string | undefined
}

/** Answers proposed from the crossing, so that nobody types what a camera has already read. */
export async function vehicleSeen(_ctx: PageContext, link: SearchLink): Promise<Readonly<Record<string, string | undefined>>> {
  const { crossing, hit, plate, trailer, country, lane } = link
  return { crossingId: crossing, hitId: hit, tractorPlate: plate, trailerPlate: trailer, country, lane }
}
