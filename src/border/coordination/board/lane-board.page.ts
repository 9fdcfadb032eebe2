import { z } from 'zod'
import { camerasWithFault, crossingsPerLane, hitsOfCrossings, hitsPerBoard, lanesWatched, newestByLane, openHits, readHit, seeLanes } from '#border/arrivals'
import { readDetection, readSearch } from '#border/examinations'
import { plannedOnce, type Notice } from '#platform/database'
import { live, page, type Fragment, type Gone, type PageContext } from '#platform/web'
import { hoursAfter, siteName, type Plate, type Site } from '#values'
import { laneShownDays } from '../limits.ts'
import { cardId, hitCardView } from './hit-card.page.ts'
import { lanesOf } from './lanes-of.ts'
import { conditionLines } from './condition-line.page.ts'
import { linkLines } from './link-line.page.ts'

const oneLane = z.object({ lane: z.string().max(200) })
const here = async (_input: unknown, { site }: PageContext) => ({ site })

/** Every lane of this port: hits first, then what has just passed. */
export const lanesPage = page({ path: '/lanes', right: seeLanes, template: 'border/coordination/board/lane-board.njk', subject: here, show: (_input, ctx) => board(ctx) })

/** The same for the officer who stands at one lane. */
export const lanePage = page({
  path: '/lanes/:lane', right: seeLanes, template: 'border/coordination/board/lane-board.njk', params: oneLane, subject: here,
  show: ({ params: { lane } }, ctx) => board(ctx, lane),
})

const topics = ['crossing', 'hit', 'search', 'detection', 'watchlist', 'camera', 'link']
const calm = ['crossing', 'watchlist', 'camera', 'link']
/** A hit marks its vehicle in its lane; the card comes at once, and the lanes a few times a second however many hits there are. */
const follows = ({ topic }: Notice, { site }: PageContext): readonly Notice[] => (topic === 'hit' ? [{ topic: 'crossing', id: site }] : [])

export const liveLanes = live({ path: '/live/lanes', right: seeLanes, subject: here, topics, calm, follows, fragments: (_input, ctx, changed) => fragments(ctx, changed) })

export const liveLane = live({
  path: '/live/lanes/:lane', right: seeLanes, params: oneLane, subject: here, topics, calm, follows,
  fragments: ({ params: { lane } }, ctx, changed) => fragments(ctx, changed, lane),
})

async function board(ctx: PageContext, lane?: string) {
  const [hits, lanes, age, faulty] = await Promise.all([hitsView(ctx, lane), lanesView(ctx, lane), ageView(ctx), camerasView(ctx)])
  return { site: ctx.site, siteName: siteName(ctx.site), lane, liveAddress: lane === undefined ? '/live/lanes' : `/live/lanes/${encodeURIComponent(lane)}`, ...hits, ...age, ...faulty, lanes }
}

async function hitsView(ctx: PageContext, lane?: string) {
  const hits = await openHits(ctx.db, { site: ctx.site, lane, most: hitsPerBoard })
  return { cards: await Promise.all(hits.map((hit) => hitCardView(hit, ctx))) }
}

function lanesView(ctx: PageContext, lane?: string) {
  return plannedOnce(ctx.db, (db) => lanesAsTheyStand({ ...ctx, db }, lane))
}

async function lanesAsTheyStand({ db, site, clock }: PageContext, lane?: string) {
  const [crossings, watched] = await Promise.all([
    newestByLane(db, site, { lane, perLane: lane === undefined ? crossingsPerLane : crossingsPerLane * 2, since: hoursAfter(-24 * laneShownDays, clock.now()) }),
    lane === undefined ? lanesWatched(db, site) : [lane],
  ])
  return lanesOf({ crossings, watched, hits: await hitsOfCrossings(db, crossings.map(({ id }) => id)) }, clock.now())
}

/** Cameras of this port that are silent, wrong in time or cut off: a lane that looks quiet may be one that nobody sees. */
async function camerasView({ db, site }: PageContext) {
  return { camerasFaulty: (await camerasWithFault(db)).get(site) ?? 0 }
}

async function ageView(ctx: PageContext) {
  const [links, conditions] = await Promise.all([linkLines(ctx), conditionLines(ctx)])
  return { asOf: ctx.clock.now(), link: links.get('centre'), conditions: conditions.get(ctx.site) ?? [] }
}

async function fragments(ctx: PageContext, changed: Notice | undefined, lane?: string): Promise<readonly (Fragment | Gone)[]> {
  if (changed === undefined) return [await allHits(ctx, lane), ...(await laneFragments(ctx, lane)), await ageFragment(ctx), await camerasFragment(ctx)]
  if (changed.topic === 'hit') return hitFragments(ctx, changed.id, lane)
  if (changed.topic === 'search' || changed.topic === 'detection') return examinedElsewhere(ctx, changed, lane)
  if (changed.topic === 'crossing') return changed.id === ctx.site ? laneFragments(ctx, lane) : []
  if (changed.topic === 'camera') return changed.id === ctx.site ? [await camerasFragment(ctx)] : []
  // Every site's beat arrives here; our own, once a second, also when no vehicle passes and the centre is silent. To judge the links is dear, so no vehicle asks for it.
  if (changed.topic === 'link' && changed.id !== ctx.site) return []
  return [await ageFragment(ctx)]
}

async function hitFragments(ctx: PageContext, id: string, lane?: string): Promise<readonly (Fragment | Gone)[]> {
  const hit = await readHit(ctx.db, id)
  if (hit === undefined || hit.site !== ctx.site || (lane !== undefined && hit.lane !== lane)) return []
  const isOpen = hit.status === 'raised' || hit.status === 'acknowledged'
  if (!isOpen) return [{ id: cardId(id), gone: true }]
  const view = await hitCardView(hit, ctx)
  return [{ id: cardId(id), into: 'hits', at: 'first', template: 'border/coordination/board/hit-card.njk', view }, { id: 'no-hits', gone: true }]
}

/** Another port searched a vehicle that is open here, or found somebody: its card says so at once, where it stands. */
async function examinedElsewhere(ctx: PageContext, { topic, id }: Notice, lane?: string): Promise<readonly Fragment[]> {
  const { site, plates } = await examinedVehicle(ctx, topic, id)
  if (site === ctx.site || plates.length === 0) return []
  const hits = await openHits(ctx.db, { site: ctx.site, lane, most: hitsPerBoard })
  return Promise.all(hits.filter((hit) => plates.includes(hit.plate) || plates.includes(hit.listedPlate)).map(async (hit) =>
    ({ id: cardId(hit.id), template: 'border/coordination/board/hit-card.njk', view: await hitCardView(hit, ctx) })))
}

async function examinedVehicle({ db }: PageContext, topic: string, id: string): Promise<{ site: Site | undefined; plates: readonly Plate[] }> {
  if (topic === 'search') {
    const search = await readSearch(db, id)
    return { site: search?.site, plates: known(search?.tractorPlate, search?.trailerPlate) }
  }
  const detection = await readDetection(db, id)
  return { site: detection?.site, plates: known(detection?.vehicle?.tractorPlate, detection?.vehicle?.trailerPlate) }
}

function known(...plates: readonly (Plate | null | undefined)[]): readonly Plate[] {
  return plates.filter((plate) => plate !== null && plate !== undefined)
}

async function allHits(ctx: PageContext, lane?: string): Promise<Fragment> {
  return { id: 'hits', template: 'border/coordination/board/hits.njk', view: await hitsView(ctx, lane) }
}

async function laneFragments(ctx: PageContext, lane?: string): Promise<readonly (Fragment | Gone)[]> {
  const drawn = (await lanesView(ctx, lane)).map((one) => ({ id: one.id, into: 'lanes', template: 'border/coordination/board/lane.njk', view: { lane: one } }))
  return drawn.length === 0 ? [] : [{ id: 'no-vehicle', gone: true }, ...drawn]
}

async function camerasFragment(ctx: PageContext): Promise<Fragment> {
  return { id: 'camera-faults', template: 'border/coordination/board/camera-faults.njk', view: await camerasView(ctx) }
}

async function ageFragment(ctx: PageContext): Promise<Fragment> {
  return { id: 'age', template: 'border/coordination/board/age.njk', view: await ageView(ctx) }
}
