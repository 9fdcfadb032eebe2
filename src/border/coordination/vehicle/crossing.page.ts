import { z } from 'zod'
import { describeHit, hitsOfCrossings, readCrossing, seeCrossing } from '#border/arrivals'
import { runSearch } from '#border/examinations'
import { recordLook } from '#platform/events'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { dayOf, siteName } from '#values'
import { vehicleHistoryLength } from '../limits.ts'
import { journeyWarnings } from './journey-warnings.page.ts'
import { vehicleHistory } from './vehicle-history.page.ts'

/** One passage with every plate read, and where else those plates were seen. Opening it is a look at the vehicle, and is logged as one. */
export const crossingPage = page({
  path: '/crossings/:id',
  right: seeCrossing,
  template: 'border/coordination/vehicle/crossing.njk',
  params: z.object({ id: z.uuid() }),
  show: async ({ params: { id } }, ctx) => {
    const crossing = await readCrossing(ctx.db, id)
    if (crossing === undefined) return undefined
    const { site, lane, plates } = crossing
    const by = ctx.by(ctx.words(`Opened the crossing in lane ${lane ?? '?'}, ${siteName(site)}`, `Passage ouvert, voie ${lane ?? '?'}, ${siteName(site)}`))
    for (const { plate } of plates) await recordLook(ctx.db, { by, subject: `plate:${plate}`, what: `crossing ${id}` })
    const [warnings, hits, lines] = await Promise.all([journeyWarnings(ctx, crossing), hitsOfCrossings(ctx.db, [id]), vehicleHistory(ctx, plates.map(({ plate }) => plate), vehicleHistoryLength)])
    return {
      warnings, crossing, siteName: siteName(site), picturesAt: site === ctx.site ? undefined : siteName(site), on: dayOf(crossing.firstSeenAt, 'Europe/Paris'),
      hits: hits.map((hit) => describeHit(hit, ctx.clock.now(), ctx.words)),
      lines: lines.filter((line) => line.crossingId !== id || line.href.startsWith('/searches') || line.href.startsWith('/detections')),
      maySearch: site === ctx.site && may(ctx.officer, runSearch, { site }),
    }
  },
})
