import { isPort, siteName } from '#values'
import { may } from '#platform/identity'
import { page } from '#platform/web'
import { runSearch, seeSearches } from '../rights.ts'
import { describeSearch } from './describe-search.ts'
import { recentSearches } from './search.store.ts'

export const searchesPage = page({
  path: '/searches',
  right: seeSearches,
  template: 'border/examinations/search/searches.njk',
  show: async (_input, { db, officer, clock, words, site }) => {
    const seen = (await recentSearches(db, officer)).map((search) => ({ ...describeSearch(search, clock.now(), words), siteName: siteName(search.site) }))
    return {
      open: seen.filter(({ stage }) => stage === 'open'),
      ended: seen.filter(({ stage }) => stage === 'ended'),
      mayOpen: isPort(site) && may(officer, runSearch),
      severalPorts: new Set(seen.map((search) => search.site)).size > 1,
    }
  },
})
