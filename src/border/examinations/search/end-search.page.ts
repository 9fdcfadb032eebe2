import { z } from 'zod'
import { formPage, inBoth } from '#platform/web'
import { choices } from '../bilingual.ts'
import { optionalText } from '../form-fields.page.ts'
import { searchRefusals } from '../refusals.ts'
import { runSearch } from '../rights.ts'
import { describeSearch } from './describe-search.ts'
import { endSearch } from './end-search.ts'
import { outcomes, outcomeWords } from './search.ts'
import { changeSearch, readSearch } from './search.store.ts'

export const endSearchPage = formPage({
  path: '/searches/:id/end',
  right: runSearch,
  template: 'border/examinations/search/end-search.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ outcome: z.enum(outcomes, inBoth('Choose how the search ended', 'Choisissez l’issue de la fouille')), note: optionalText() }),
  refusals: searchRefusals,
  subject: ({ id }, { db }) => readSearch(db, id),
  show: async ({ id }, { db, clock, words }) => {
    const search = await readSearch(db, id)
    return search && { search: describeSearch(search, clock.now(), words), outcomes: choices(outcomeWords, words) }
  },
  submit: ({ id }, form, { db, by, clock }) => changeSearch(db, { id, by: by() }, (search) => endSearch(search, { ...form, endedAt: clock.now() })),
  next: ({ id }, { outcome }) => (outcome === 'people-found' ? `/detections/new?search=${id}` : '/searches'),
  done: { en: 'The search has ended.', fr: 'La fouille est terminée.' },
})
