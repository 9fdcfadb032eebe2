import { z } from 'zod'
import { describeHits, handleHits, readCrossing, readHit, seeCrossing, type Hit } from '#border/arrivals'
import { historyOf } from '#platform/events'
import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { siteName } from '#values'
import { vehicleHistoryLength } from '../limits.ts'
import { hitAct } from './hit-acts.page.ts'
import { journeyWarnings } from './journey-warnings.page.ts'
import { vehicleHistory } from './vehicle-history.page.ts'

/** One hit: what was read and listed side by side, what people made of it, and where else the vehicle was seen. */
export const hitPage = page({
  path: '/hits/:id',
  right: seeCrossing,
  template: 'border/coordination/vehicle/hit.njk',
  params: z.object({ id: z.uuid() }),
  show: async ({ params: { id } }, ctx) => {
    const hit = await readHit(ctx.db, id)
    if (hit === undefined) return undefined
    const crossing = await readCrossing(ctx.db, hit.crossingId)
    const [[described], warnings, entries, lines] = await Promise.all([describeHits([hit], ctx), crossing === undefined ? [] : journeyWarnings(ctx, crossing), historyOf(ctx.db, 'hit', id), vehicleHistory(ctx, [hit.plate, hit.listedPlate], vehicleHistoryLength)])
    return {
      warnings,
      hit: described, siteName: siteName(hit.site), acts: actsOn(hit, ctx),
      entries: entries.toReversed().map((entry) => hitAct(entry, ctx)),
      outcome: lines.filter(({ crossingId, what }) => crossingId === hit.crossingId && (what === 'search' || what === 'detection')),
      lines: lines.filter(({ crossingId }) => crossingId !== hit.crossingId),
    }
  },
})

/** What this officer may do with it now, here. */
function actsOn({ status, site, handling }: Hit, ctx: PageContext) {
  const here = site === ctx.site && may(ctx.officer, handleHits, { site })
  const search = handling === 'check' || handling === 'stop'
  return {
    acknowledge: here && status === 'raised',
    confirm: here && status === 'acknowledged',
    dismiss: here && (status === 'raised' || status === 'acknowledged'),
    search: here && search,
    openSearch: here && search && status === 'confirmed',
    elsewhere: site !== ctx.site,
  }
}
