import type { Wiring } from '#platform/web'
import { beforeYouGoPage } from './advice/before-you-go.page.ts'
import { firstPage } from './advice/first-page.page.ts'
import { ifYouDisagreePage } from './advice/if-you-disagree.page.ts'
import { someoneInsidePage } from './advice/someone-inside.page.ts'
import { readGuidance } from './rights.ts'

/** For the public site, whose first page it brings. */
export const guidance: Wiring = {
  nav: [{ href: '/someone-inside', en: 'Someone inside?', fr: 'Quelqu’un à bord ?', right: readGuidance }],
  pages: [firstPage, someoneInsidePage, beforeYouGoPage, ifYouDisagreePage],
}
