import type { Wiring } from '#platform/web'
import { readYear } from './rights.ts'
import { yearPage } from './statistic/year.page.ts'

export const engagement: Wiring = {
  nav: [{ href: '/year', en: 'The year', fr: 'L’année', right: readYear }],
  pages: [yearPage],
}
