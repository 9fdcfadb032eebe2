import { z } from 'zod'
import { describeHit, recentHits, seeCrossing } from '#border/arrivals'
import { page } from '#platform/web'
import { ports, siteName } from '#values'
import { hitsListed } from '../limits.ts'

/** The latest hits with what became of each, at one port or at all. */
export const hitsPage = page({
  path: '/hits',
  right: seeCrossing,
  template: 'border/coordination/board/hits-page.njk',
  query: z.object({ site: z.enum(ports).optional().catch(undefined) }),
  show: async ({ query: { site } }, { db, clock, words }) => {
    const hits = await recentHits(db, { site, most: hitsListed })
    return {
      chosen: site,
      places: ports.map((port) => ({ port, name: siteName(port) })),
      hits: hits.map((hit) => ({ ...describeHit(hit, clock.now(), words), place: siteName(hit.site) })),
    }
  },
})
