import type { Wiring } from '#platform/web'
import { assessApi } from './assess.api.ts'
import { clockApi } from './clock.api.ts'
import { deadlinesPage } from './deadlines.page.ts'
import { penaltyPage } from './penalty.page.ts'
import { askTheLaw } from './rights.ts'

/** For the staff site of the centre and for the public site alike. */
export const calculator: Wiring = {
  nav: [{ href: '/calculator', en: 'What could the penalty be?', fr: 'Quelle sanction ?', right: askTheLaw }],
  pages: [penaltyPage, deadlinesPage],
  apis: [assessApi, clockApi],
}
