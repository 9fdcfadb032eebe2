import { z } from 'zod'
import { correctionsOfCrossing, describeHit, handleHits, hitsOfCrossings, holdCrossings, picturePlaces, readCrossing, readEvidence, seeCrossing, type Crossing } from '#border/arrivals'
import { runSearch } from '#border/examinations'
import { recordLook } from '#platform/events'
import { may } from '#platform/identity'
import { readLinks } from '#platform/replication'
import { live, page, type PageContext } from '#platform/web'
import { dayOf, siteName, wallZone } from '#values'
import { vehicleHistoryLength } from '../limits.ts'
import { crossingTimeline } from './crossing-timeline.page.ts'
import { journeyWarnings } from './journey-warnings.page.ts'
import { vehicleHistory } from './vehicle-history.page.ts'

const params = z.object({ id: z.uuid() })

/** One passage with every plate read, what came of it, and where else those plates were seen. Opening it is a look at the vehicle, and is logged as one. */
export const crossingPage = page({
  path: '/crossings/:id',
  right: seeCrossing,
  template: 'border/coordination/vehicle/crossing.njk',
  params,
  show: async ({ params: { id } }, ctx) => {
    const crossing = await readCrossing(ctx.db, id)
    if (crossing === undefined) return undefined
    const { site, lane, plates } = crossing
    const by = ctx.by(ctx.words(`Opened the crossing in lane ${lane ?? '?'}, ${siteName(site)}`, `Passage ouvert, voie ${lane ?? '?'}, ${siteName(site)}`))
    for (const { plate } of plates) await recordLook(ctx.db, { by, subject: `plate:${plate}`, what: `crossing ${id}` })
    const [corrections, warnings, hits, lines, kept, pictures] = await Promise.all([
      correctionsOfCrossing(ctx.db, id), journeyWarnings(ctx, crossing), hitsOfCrossings(ctx.db, [id]), vehicleHistory(ctx, plates.map(({ plate }) => plate), vehicleHistoryLength), readEvidence(ctx.db, id), picturesView(ctx, crossing),
    ])
    const examined = lines.filter(({ crossingId, what }) => crossingId === id && (what === 'search' || what === 'detection'))
    return {
      corrections, mayCorrect: site === ctx.site && may(ctx.officer, handleHits, { site }),
      warnings, crossing, siteName: siteName(site), on: dayOf(crossing.firstSeenAt, wallZone()), keptAs: kept?.keptAs, pictures,
      hits: hits.map((hit) => describeHit(hit, ctx.clock.now(), ctx.words)),
      lines: lines.filter(({ crossingId }) => crossingId !== id),
      entries: await crossingTimeline(ctx, { crossing, hits, examined }),
      mayHold: site === ctx.site && may(ctx.officer, holdCrossings, { site }),
      maySearch: site === ctx.site && may(ctx.officer, runSearch, { site }),
    }
  },
})

/** Pictures that were asked for come into the page by themselves; who opened it is in the audit already. */
export const livePictures = live({
  path: '/live/crossings/:id/pictures',
  right: seeCrossing,
  params,
  topics: ['picture'],
  fragments: async ({ params: { id } }, ctx) => {
    const crossing = await readCrossing(ctx.db, id)
    return crossing === undefined ? [] : [{ id: 'pictures', template: 'border/coordination/vehicle/pictures.njk', view: { pictures: await picturesView(ctx, crossing) } }]
  },
})

/** Each plate with where its picture is, and in words why it cannot be seen yet. */
async function picturesView({ db, site, clock }: PageContext, crossing: Crossing) {
  const names = crossing.plates.flatMap(({ imageSha256 }) => imageSha256 ?? [])
  const [places, links] = await Promise.all([picturePlaces(db, { of: crossing.site, here: site, now: clock.now() }, names), crossing.site === site ? [] : readLinks(db, site)])
  const way = links.find(({ peer }) => peer === (site === 'centre' ? crossing.site : 'centre'))
  return {
    id: crossing.id, at: siteName(crossing.site), cut: way !== undefined && way.condition !== 'joined',
    mayAsk: names.some((name) => places.get(name) === 'there' || places.get(name) === 'late'),
    waits: names.some((name) => places.get(name) === 'asked' || places.get(name) === 'late'),
    plates: crossing.plates.map((plate) => ({ ...plate, place: plate.imageSha256 === null ? 'none' : places.get(plate.imageSha256) })),
  }
}
