import { announce } from '#platform/decisions'
import { readLinks, type LinkControl } from '#platform/replication'
import { action, live, page, type PageContext, type Wiring } from '#platform/web'
import { isPort, ports, type Port } from '#values'
import { z } from 'zod'
import { may } from '#platform/identity'
import { linkView, type LinkView } from './links-view.ts'
import { cutLinks, seeLinks } from './rights.ts'

/** How this site's links stand. With a control, which only a demonstration has, they can be cut and healed here. */
export function linkPages(control: LinkControl | undefined): NonNullable<Wiring['pages']> {
  const linksPage = page({
    path: '/replication', right: seeLinks, template: 'border/coordination/link/links.njk',
    show: async (_input, ctx) => ({ asOf: ctx.clock.now(), links: await views(ctx, control), mayCut: control !== undefined && may(ctx.officer, cutLinks) }),
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
  const links = await readLinks(ctx.db, ctx.site)
  return Promise.all(links.map(async (link) => {
    const port = portOf(ctx, link.peer)
    return linkView({ here: ctx.site, link, port, isCutByHand: (await control?.isCut(port)) ?? false, language: ctx.language })
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
    params: z.object({ port: z.enum(ports) }),
    submit: async ({ port }) => {
      await control[name](port)
      return announce()
    },
    next: () => '/replication',
  })
  return [act('cut'), act('heal')]
}
