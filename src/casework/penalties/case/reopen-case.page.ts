import { z } from 'zod'
import { named } from '../penalty/penalty.ts'
import { reopenCases } from '../rights.ts'
import { caseForm } from './case-form.page.ts'
import { changeCase } from './change-case.store.ts'
import { someWords } from './form-fields.ts'
import { reopenCase } from './reopen-case.ts'

/** A senior officer opens a closed case again and says why. */
export const reopenCasePage = caseForm({
  path: '/cases/:id/reopen',
  right: reopenCases,
  template: 'casework/penalties/case/reopen-case.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ reasons: someWords('Give your reasons') }),
  what: 'closed case to open again',
  view: async (_ctx, { reference }) => ({ heading: `Open ${reference} again`, values: {} }),
  act: ({ db }, { id }, { reasons }, by) => changeCase(db, id, by, (found) => reopenCase(found, { reasons, reopenedBy: named(by) })),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case is open again.', fr: 'Le dossier est rouvert.' },
})
