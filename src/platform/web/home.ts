import { may } from '#platform/identity'
import { anyone } from './assets.ts'
import { pageContext } from './page-context.ts'
import type { Host } from './host.ts'
import type { Route } from './wiring.ts'

/** The first page is the first place this person may work in; somebody unknown at a staff door is asked who they are. */
export const home: Route = {
  path: '/',
  right: anyone,
  mount: (app, host) => {
    app.get('/', { config: { right: anyone } }, async (request, reply) => {
      const ctx = pageContext(host, request)
      const { officer } = ctx
      if (officer.role === 'visitor' && host.audience === 'staff') return reply.redirect('/sign-in', 303)
      const first = places(host).find(({ right }) => may(officer, right))
      if (first !== undefined) return reply.redirect(first.href, 303)
      return host.look.show({ request, reply, ctx, template: 'platform/web/no-place.njk', view: {} })
    })
  },
}

function places({ wirings }: Host) {
  return wirings.flatMap(({ nav = [] }) => nav)
}
