import { camerasWithFault, countCrossings, countOpenHits, describeHits, escalatedHits, newestOfSite, openHits, readHit } from '#border/arrivals'
import { heldLines } from '#border/watchlists'
import { openSearchesAt } from '#border/examinations'
import type { Notice } from '#platform/database'
import { live, page, type Fragment, type PageContext } from '#platform/web'
import { allPorts, isPort, siteName, type Port } from '#values'
import { crossingsPerPort, escalatedOnBoard, hitsPerPort } from '../limits.ts'
import { seePorts } from '../rights.ts'
import { dwellLines } from '../dwell/dwell.page.ts'
import { conditionLines } from './condition-line.page.ts'
import { linkLines } from './link-line.page.ts'

/** The ports side by side, for those who direct them. */
export const boardPage = page({
  path: '/board',
  right: seePorts,
  template: 'border/coordination/board/port-board.njk',
  show: async (_input, ctx) => ({ asOf: ctx.clock.now(), ...(await escalatedView(ctx)), ports: await Promise.all(allPorts().map((port) => portView(port, ctx))), dwell: await dwellLines(ctx) }),
})

export const liveBoard = live({
  path: '/live/board',
  right: seePorts,
  topics: ['crossing', 'hit', 'history', 'camera', 'link', 'watchlist-version'],
  calm: ['crossing', 'history', 'camera', 'link', 'watchlist-version'],
  fragments: async (_input, ctx, changed) => changed?.topic === 'link' ? linkFragments(ctx, changed) : Promise.all([
    ...(changed === undefined || changed.topic === 'hit' ? [escalatedFragment(ctx)] : []),
    ...(await portsChanged(changed, ctx)).map((port) => fragment(port, ctx)),
  ]),
})

/** Hits of any port that waited too long, above everything else: somebody here has to see that they are answered. */
async function escalatedView(ctx: PageContext) {
  const waiting = await describeHits(await escalatedHits(ctx.db, escalatedOnBoard), ctx)
  return { escalated: waiting.map((hit) => ({ ...hit, place: siteName(hit.site) })) }
}

async function escalatedFragment(ctx: PageContext): Promise<Fragment> {
  return { id: 'escalated', template: 'border/coordination/board/escalated.njk', view: await escalatedView(ctx) }
}

/** A port that has gone silent sends nothing that would redraw it, so how its link stands is redrawn with each beat of our own. */
async function linkFragments(ctx: PageContext, { id }: Notice): Promise<readonly Fragment[]> {
  if (id !== ctx.site) return []
  const [lines, conditions] = await Promise.all([linkLines(ctx), conditionLines(ctx)])
  return allPorts().flatMap((port) => {
    const view = { port: { id: port, link: lines.get(port), conditions: conditions.get(port) ?? [] } }
    return [{ id: `port-link-${port}`, template: 'border/coordination/board/port-link.njk', view }, { id: `port-conditions-${port}`, template: 'border/coordination/board/port-conditions.njk', view }]
  })
}

async function portsChanged(changed: Notice | undefined, { db }: PageContext): Promise<readonly Port[]> {
  // History grows with every act, also with a search that opens or ends, and does not name its port.
  if (changed === undefined || changed.topic === 'history' || (changed.topic === 'watchlist-version' && changed.id === 'centre')) return allPorts()
  const site = changed.topic === 'hit' ? (await readHit(db, changed.id))?.site : changed.id
  return site !== undefined && isPort(site) ? [site] : []
}

async function fragment(port: Port, ctx: PageContext): Promise<Fragment> {
  return { id: `port-${port}`, into: 'ports', template: 'border/coordination/board/port.njk', view: { port: await portView(port, ctx) } }
}

async function portView(port: Port, ctx: PageContext) {
  const { db } = ctx
  const [links, conditions, held, [count], open, hits, passed, searches, faulty] = await Promise.all([
    linkLines(ctx), conditionLines(ctx), heldLines(ctx), countCrossings(db, [port]), countOpenHits(db),
    openHits(db, { site: port, most: hitsPerPort }), newestOfSite(db, port, crossingsPerPort), openSearchesAt(db, port), camerasWithFault(db),
  ])
  return {
    id: port, name: siteName(port), link: links.get(port), conditions: conditions.get(port) ?? [], held: held.find((line) => line.port === port),
    crossings: count?.crossings ?? 0, lastSeenAt: count?.lastSeenAt ?? undefined, openHits: open.get(port) ?? 0, searches: searches.length, camerasFaulty: faulty.get(port) ?? 0,
    hits: await describeHits(hits, ctx), passed,
  }
}
