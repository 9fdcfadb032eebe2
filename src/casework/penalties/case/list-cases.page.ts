import { may } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { allPorts, siteName, type CalendarDate } from '#values'
import { countPicked } from '../bulk/picked.store.ts'
import { casesCounted, casesOnAPage } from '../limits.ts'
import { prepareBulk, referCase, seeCases } from '../rights.ts'
import { listsFor } from '../work/saved-list.store.ts'
import { actionWords, knownActions } from './action-words.ts'
import { filtersOf, isNarrowed, listAddress, listStages, type AskedList } from './case-filters.ts'
import { lineView, pageLinks, sortLinks, stageChoice, type ByStage } from './case-list-view.ts'
import { countByStage, countCasesListed, listCases } from './case-list.store.ts'
import { listQuery } from './list-query.ts'

/** The work list: nearest last day first, filters in the address, one right for the list, its count and its export. */
export const listCasesPage = page({
  path: '/cases',
  right: seeCases,
  template: 'casework/penalties/case/list-cases.njk',
  query: listQuery,
  show: async ({ query }, ctx) => {
    const today = ctx.clock.today()
    // One line more than is shown tells whether a page follows.
    const window = { limit: casesOnAPage + 1, offset: (query.page - 1) * casesOnAPage }
    const [[count, byStage], lists, picked] = await Promise.all([countsOf(ctx, query, today), listsFor(ctx.db, ctx.officer.id), countPicked(ctx.db, ctx.officer.id)])
    // Where nothing is to be found, every case would be looked at to find it.
    const lines = count === 0 ? [] : await listCases(ctx.db, ctx.officer, filtersOf(query, today), window)
    return {
      asked: query, count, casesCounted, picked, lists,
      ownAddress: listAddress(query, {}),
      mayRefer: may(ctx.officer, referCase),
      mayPick: may(ctx.officer, prepareBulk),
      lines: lines.slice(0, casesOnAPage).map((line) => lineView(line, today)),
      stages: listStages.map((stage) => ({ ...stageChoice(stage, byStage), href: listAddress(query, { stage, page: 1 }), current: stage === query.stage })),
      places: allPorts().map((port) => ({ value: port, text: siteName(port), selected: port === query.place })),
      waits: knownActions.map((code) => ({ value: code, text: actionWords(code), selected: code === query.waits })),
      columns: sortLinks(query),
      exportHref: listAddress(query, { page: 1 }, '/cases.csv'),
      isFiltered: isNarrowed(query) || query.stage !== 'active',
      pages: pageLinks(query, { count, isMore: lines.length > casesOnAPage }),
    }
  },
})

/** Where only a stage is asked for, the counts of the stages say it already. */
async function countsOf({ db, officer }: PageContext, asked: AskedList, today: CalendarDate): Promise<readonly [number, ByStage]> {
  if (!isNarrowed(asked)) {
    const byStage = await countByStage(db, officer)
    return [stageChoice(asked.stage, byStage).count, byStage]
  }
  return Promise.all([countCasesListed(db, officer, filtersOf(asked, today)), countByStage(db, officer)])
}
