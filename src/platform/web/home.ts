import { may } from '#platform/identity'
import { anyone } from './assets.ts'
import { officerOf } from './page-context.ts'
import type { Host } from './host.ts'
import { NotFound } from './stops.ts'
import type { Route } from './wiring.ts'

/** The first page is the first place this person may work in; somebody unknown at a staff door is asked who they are. */
export const home: Route = {
  path: '/',
  right: anyone,
  mount: (app, host) => {
    app.get('/', { config: { right: anyone } }, async (request, reply) => {
      const officer = officerOf(request)
      if (officer.role === 'visitor' && host.audience === 'staff') return reply.redirect('/sign-in', 303)
      const first = places(host).find(({ right }) => may(officer, right))
      if (first === undefined) throw new NotFound()
      return reply.redirect(first.href, 303)
    })
  },
}

function places({ wirings }: Host) {
  return wirings.flatMap(({ nav = [] }) => nav)
}
