import type { FastifyInstance } from 'fastify'
import type { Api } from '#platform/api'
import type { Right } from '#platform/identity'
import type { Host } from './host.ts'
import type { PageContext } from './page-context.ts'

/** One way in for a person: made by `page`, `formPage`, `action` or `live`. */
export interface Route {
  readonly path: string
  readonly right: Right
  mount(app: FastifyInstance, host: Host): void
}

/** A way in for machines that speak their own format. Each route it adds carries `config: { right }`. */
export interface Feed {
  readonly name: string
  mount(app: FastifyInstance, host: Host): void | Promise<void>
}

/** A place in the navigation, shown to those who hold the right. */
export interface NavItem {
  readonly href: string
  readonly en: string
  readonly fr: string
  readonly right: Right
}

/** Places that belong together: one word in the row of places, and a row of its own below for whoever is in one of them. */
export interface Section {
  readonly en: string
  readonly fr: string
  /** Addresses of places, in the order they are shown; whose contexts are not mounted here is left out. */
  readonly holds: readonly string[]
  /** Addresses that are no places and belong here all the same: what people reach from its places. */
  readonly also?: readonly string[]
}

/** A sentence above every page, with where to read more. */
export interface ShellNotice {
  readonly href: string
  readonly text: string
}

/** All that a context gives the app to mount. */
export interface Wiring {
  readonly nav?: readonly NavItem[]
  readonly sections?: readonly Section[]
  readonly pages?: readonly Route[]
  readonly apis?: readonly Api[]
  readonly feeds?: readonly Feed[]
  /** Asked for each page; undefined while there is nothing to say. */
  readonly notice?: (ctx: PageContext) => Promise<ShellNotice | undefined>
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may come in here; a route without one stops the app from starting. */
    right?: Right
  }
}
