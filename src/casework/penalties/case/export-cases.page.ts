import { download } from '#platform/web'
import { siteName } from '#values'
import { casesInAnExport } from '../limits.ts'
import { seeCases } from '../rights.ts'
import { filtersOf } from './case-filters.ts'
import { listCases, type CaseLine } from './case-list.store.ts'
import { csv } from './csv.ts'
import { listQuery } from './list-query.ts'
import { caseStageWords } from './words.ts'

/** The work list as a file: the same right, the same filters, the same rows. */
export const exportCases = download({
  path: '/cases.csv',
  right: seeCases,
  query: listQuery,
  show: async ({ query }, { db, officer, clock }) => {
    const today = clock.today()
    const lines = await listCases(db, officer, filtersOf(query, today), { limit: casesInAnExport, offset: 0 })
    const text = csv(headings, lines.map(cells))
    return { contentType: 'text/csv; charset=utf-8', fileName: `cases-${today}.csv`, bytes: new TextEncoder().encode(text) }
  },
})

const headings = ['case', 'place', 'incident_on', 'section', 'vehicle', 'entrants', 'persons', 'alarm_raised_by', 'stage', 'nearest_last_day', 'clock', 'caseworker', 'decided_pence', 'waits_for']

function cells({ reference, incident, persons, stage, lastDay, clock, caseworkerName, decidedPence, waitsFor }: CaseLine): readonly (string | number)[] {
  const vehicle = incident.tractor ?? incident.trailer
  return [
    reference, siteName(incident.port), incident.occurredOn, incident.section, vehicle?.registration ?? '', incident.entrants, persons,
    incident.selfReport.raisedBy, caseStageWords[stage].word, lastDay ?? '', clock ?? '', caseworkerName ?? '', decidedPence, waitsFor.join(' '),
  ]
}
