import { page } from '#platform/web'
import { countCases as mayCount } from '../rights.ts'
import { countCases } from './case-counts.store.ts'
import { caseStages } from './penalty-case.ts'
import { caseStageWords } from './words.ts'

/** For those who count and never look: how many cases stand where, and how many drivers who reported were penalised all the same. */
export const countCasesPage = page({
  path: '/cases/counts',
  right: mayCount,
  template: 'casework/penalties/case/count-cases.njk',
  show: async (_input, { db, clock }) => {
    const today = clock.today()
    const counts = await countCases(db, today)
    const stages = caseStages.map((stage) => ({ word: caseStageWords[stage].word, count: counts.byStage.find((each) => each.stage === stage)?.count ?? 0 }))
    return { ...counts, stages, today }
  },
})
