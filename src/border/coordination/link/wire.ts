import type { LinkControl } from '#platform/replication'
import type { Wiring } from '#platform/web'
import { linkPages } from './links.page.ts'
import { seeLinks } from './rights.ts'

/** The links page; with a control, which only a demonstration has, links can be cut on it. */
export function linkWiring(control: LinkControl | undefined): Wiring {
  return {
    nav: [{ href: '/replication', en: 'Links', fr: 'Liaisons', right: seeLinks }],
    pages: linkPages(control),
  }
}
