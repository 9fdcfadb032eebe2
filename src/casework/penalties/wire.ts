import type { Wiring } from '#platform/web'
import { proposeAssessmentPage } from './assessment/propose-assessment.page.ts'
import { closeCaseButton, takeCase } from './case/case-buttons.page.ts'
import { exportCases } from './case/export-cases.page.ts'
import { listCasesPage } from './case/list-cases.page.ts'
import { sayWhyPage } from './case/say-why.page.ts'
import { showCasePage } from './case/show-case.page.ts'
import { decidePenaltyPage } from './decision/decide-penalty.page.ts'
import { addPersonPage } from './person/add-person.page.ts'
import { correctPersonPage } from './person/correct-person.page.ts'
import { seeCases } from './rights.ts'

/** Casework runs at the centre only. */
export const penalties: Wiring = {
  nav: [{ href: '/cases', en: 'Cases', fr: 'Dossiers', right: seeCases }],
  pages: [
    listCasesPage, exportCases, showCasePage, sayWhyPage, takeCase, closeCaseButton,
    addPersonPage, correctPersonPage, proposeAssessmentPage, decidePenaltyPage,
  ],
}
