import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '#platform/identity'
import { london, paris, siteName, timeOfDay, zoneOf } from '#values'
import type { AppOptions } from './host.ts'
import { themeOf, type Language, type PageContext, type Theme } from './page-context.ts'
import { placesOf, type Places } from './places.ts'
import { roleWords } from './role-words.ts'
import type { Templates } from './templates.ts'

/** A page ready to be drawn. */
export interface Showing {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly ctx: PageContext
  readonly template: string
  readonly view: object
}

export interface Look {
  show(showing: Showing): Promise<FastifyReply>
  /** A part of a page, for live pages. */
  piece(language: Language, template: string, view: object): string
}

export function look(options: AppOptions & { readonly audience: 'staff' | 'public' }, env: Templates): Look {
  return {
    show: async ({ request, reply, ctx, template, view }) => {
      // Where something failed, the page that says so asks nothing more of the machine.
      const asked = reply.statusCode < 500 ? options.wirings : []
      const notices = await Promise.all(asked.map(({ notice }) => notice?.(ctx)))
      const shell = { ...shellView(options, request, ctx), notices: notices.filter((each) => each !== undefined) }
      const html = env[ctx.language].render(template, { ...view, shell })
      if (ctx.officer.role !== 'visitor' || 'isPrivate' in view) void reply.header('cache-control', 'no-store')
      void reply.header('vary', 'Cookie').header('content-language', ctx.language).type('text/html; charset=utf-8')
      return reply.send(html)
    },
    piece: (language, template, view) => env[language].render(template, view),
  }
}

/** What the frame around each page says. */
export interface ShellView {
  readonly site: string
  readonly siteName: string
  readonly siteNameFr: string
  readonly audience: 'staff' | 'public'
  readonly demo: boolean
  readonly officer: { readonly name: string; readonly role: string; readonly signedIn: boolean }
  readonly places: Places
  readonly address: string
  readonly theme: Theme
  readonly asOf: string
  /** Whose clock that is: the centre and its ports are an hour apart. */
  readonly zone: string
  readonly done: string | undefined
}

function shellView({ site, audience, mode, wirings }: Parameters<typeof look>[0], request: FastifyRequest, ctx: PageContext): ShellView {
  const path = request.url.split('?')[0] ?? '/'
  const items = wirings.flatMap(({ nav = [] }) => nav).filter(({ right }) => may(ctx.officer, right))
  return {
    site,
    siteName: siteName(site),
    siteNameFr: site === 'centre' ? 'Centre de coordination' : siteName(site),
    audience,
    demo: mode === 'demo',
    officer: { name: ctx.officer.name, role: roleWords(ctx.officer.role, ctx.words), signedIn: ctx.officer.role !== 'visitor' },
    places: placesOf(items, wirings.flatMap(({ sections = [] }) => sections), { path, say: ctx.words }),
    address: request.method === 'GET' ? request.url : path,
    theme: themeOf(request),
    asOf: timeOfDay(ctx.clock.now(), zoneOf(site)),
    zone: zoneText(zoneOf(site), ctx.words),
    done: takeDone(request),
  }
}

/** The two that a port of ours may keep are said as people say them; any other by the city that the time zone database names it for. */
function zoneText(zone: string, say: PageContext['words']): string {
  if (zone === london) return say('London time', 'heure de Londres')
  if (zone === paris) return say('Paris time', 'heure de Paris')
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return say(`${city} time`, `heure de ${city}`)
}

/** The sentence left by the act before this page, said once. */
function takeDone(request: FastifyRequest): string | undefined {
  const done = request.session?.get('done')
  if (done !== undefined) request.session.set('done', undefined)
  return done
}
