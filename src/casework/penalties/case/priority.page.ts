import { z } from 'zod'
import { named } from '../penalty/penalty.ts'
import { prioritiseCases } from '../rights.ts'
import { caseForm } from './case-form.page.ts'
import { changeCase } from './change-case.store.ts'
import { aDay, someWords } from './form-fields.ts'
import { noLongerFirst, putFirst } from './priority.ts'

const common = {
  right: prioritiseCases,
  template: 'casework/penalties/case/priority.njk',
  params: z.object({ id: z.uuid() }),
  what: 'whether it comes before other cases',
  view: async () => ({ heading: 'Put the case before others', values: {} }),
  next: ({ id }: { readonly id: string }) => `/cases/${id}`,
}

/** Dealt with before others, by a day and for reasons that somebody gives. */
export const putFirstPage = caseForm({
  ...common,
  path: '/cases/:id/priority',
  form: z.object({ byOn: aDay('Enter the day by which it is to be dealt with'), reasons: someWords('Give your reasons') }),
  act: ({ db, clock }, { id }, { byOn, reasons }, by) => changeCase(db, id, by, (found) => putFirst(found, { byOn, reasons, putBy: named(by), putOn: clock.today() })),
  done: { en: 'The case comes before others.', fr: 'Le dossier passe avant les autres.' },
})

export const endPriorityPage = caseForm({
  ...common,
  path: '/cases/:id/priority/end',
  form: z.object({ endReasons: someWords('Give your reasons') }),
  act: ({ db }, { id }, { endReasons }, by) => changeCase(db, id, by, (found) => noLongerFirst(found, endReasons)),
  done: { en: 'The case takes its place among the others again.', fr: 'Le dossier reprend sa place parmi les autres.' },
})
