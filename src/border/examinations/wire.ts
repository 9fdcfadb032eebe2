import type { Wiring } from '#platform/web'
import { seeSearches } from './rights.ts'
import { endSearchPage } from './search/end-search.page.ts'
import { openSearchPage } from './search/open-search.page.ts'
import { recordTechniqueAction, withdrawTechniqueAction } from './search/record-technique.page.ts'
import { searchPage } from './search/search.page.ts'
import { searchesPage } from './search/searches.page.ts'

export const examinations: Wiring = {
  nav: [{ href: '/searches', en: 'Searches', fr: 'Fouilles', right: seeSearches }],
  pages: [searchesPage, openSearchPage, searchPage, recordTechniqueAction, withdrawTechniqueAction, endSearchPage],
}
