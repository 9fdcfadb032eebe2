import { announce } from '#platform/decisions'
import { may } from '#platform/identity'
import { judgeLink, ownLife, pastEvents, peersOf, readLinkFacts, standingAlarms, type LinkControl } from '#platform/replication'
import { action, live, page, type PageContext, type Wiring } from '#platform/web'
import { isPort, type Port } from '#values'
import { z } from 'zod'
import { pastLinkEvents } from '../limits.ts'
import { linkView, pastView, type LinkView } from './links-view.page.ts'
import { cutLinks, seeLinks } from './rights.ts'

/** How this site's links stand. With a control, which only a demonstration has, they can be cut and healed here. */
export function linkPages(control: LinkControl | undefined): NonNullable<Wiring['pages']> {
  const linksPage = page({
    path: '/replication', right: seeLinks, template: 'border/coordination/link/links.njk',
    show: async (_input, ctx) => ({
      asOf: ctx.clock.now(), links: await views(ctx, control), mayCut: control !== undefined && may(ctx.officer, cutLinks),
      past: (await pastEvents(ctx.db, pastLinkEvents)).map((event) => pastView(event, ctx.site, ctx.language)),
    }),
  })
  const linksLive = live({
    path: '/live/replication', right: seeLinks, topics: ['link'],
    fragments: async (_input, ctx, changed) => {
      // Every site's beat arrives here; our own, once a second, is enough to move the page.
      if (changed !== undefined && changed.id !== ctx.site) return []
      return (await views(ctx, control)).map((link) => ({ id: link.id, template: 'border/coordination/link/link.njk', view: { link } }))
    },
  })
  return control === undefined ? [linksPage, linksLive] : [linksPage, linksLive, ...controls(control)]
}

async function views(ctx: PageContext, control: LinkControl | undefined): Promise<readonly LinkView[]> {
  const [facts, alarms] = await Promise.all([readLinkFacts(ctx.db, ctx.site), standingAlarms(ctx.db)])
  const { incarnation: ownIncarnation, pages: ownPages } = ownLife(facts)
  return Promise.all(peersOf(ctx.site).map(async (peer) => {
    const port = portOf(ctx, peer)
    const isCutByHand = (await control?.isCut(port)) ?? false
    return linkView({ here: ctx.site, link: judgeLink(peer, facts), alarms, ownIncarnation, ownPages, now: facts.now, port, isCutByHand, language: ctx.language })
  }))
}

function portOf({ site }: PageContext, peer: string): Port {
  const port = [site, peer].find(isPort)
  if (port === undefined) throw new Error(`The link from ${site} to ${peer} has no port at either end`)
  return port
}

function controls(control: LinkControl) {
  const act = (name: 'cut' | 'heal') => action({
    path: `/replication/:port/${name}`,
    right: cutLinks,
    params: z.object({ port: z.string().refine(isPort) }),
    submit: async ({ port }) => {
      await control[name](port)
      return announce()
    },
    next: () => '/replication',
  })
  return [act('cut'), act('heal')]
}
