import { z } from 'zod'
import { describeHits, recentHits, seeCrossing } from '#border/arrivals'
import { page } from '#platform/web'
import { allPorts, isPort, siteName } from '#values'
import { hitsListed } from '../limits.ts'

/** The latest hits with what became of each, at one port or at all. */
export const hitsPage = page({
  path: '/hits',
  right: seeCrossing,
  template: 'border/coordination/board/hits-page.njk',
  query: z.object({ site: z.string().refine(isPort).optional().catch(undefined) }),
  show: async ({ query: { site } }, ctx) => {
    const hits = await describeHits(await recentHits(ctx.db, { site, most: hitsListed }), ctx)
    return {
      chosen: site,
      places: allPorts().map((port) => ({ port, name: siteName(port) })),
      hits: hits.map((hit) => ({ ...hit, place: siteName(hit.site) })),
    }
  },
})
