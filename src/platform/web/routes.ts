import type { FastifyInstance } from 'fastify'
import type { Right } from '#platform/identity'

/** A way in that the app answers. */
export interface OpenRoute {
  readonly method: string
  readonly url: string
  readonly right: Right
}

const routes = new WeakMap<object, OpenRoute[]>()

/** Writes down each way in; one that nobody thought about stops the app from starting. */
export function watchRoutes(app: FastifyInstance): void {
  const known: OpenRoute[] = []
  routes.set(app, known)
  app.addHook('onRoute', ({ method, url, config }) => {
    const right = config?.right
    if (right === undefined) throw new Error(`${String(method)} ${url} does not say who may come in`)
    known.push(...[method].flat().map((one) => ({ method: one, url, right })))
  })
}

/** Every way in that the app answers, for the test that tries each one as everybody. */
export function routesOf(app: FastifyInstance): readonly OpenRoute[] {
  return routes.get(app) ?? []
}
