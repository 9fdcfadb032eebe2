import { z } from 'zod'
import { formPage } from '#platform/web'
import { reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { reopenCases } from '../rights.ts'
import { readCase } from './case.store.ts'
import { changeCase } from './change-case.store.ts'
import { actInCase, insideCase, subjectOfCase } from './enter-case.page.ts'
import { reopenCase } from './reopen-case.ts'

/** A senior officer opens a closed case again and says why. */
export const reopenCasePage = formPage({
  path: '/cases/:id/reopen',
  right: reopenCases,
  template: 'casework/penalties/case/reopen-case.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ reasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax) }),
  refusals,
  subject: subjectOfCase,
  show: ({ id }, ctx) =>
    insideCase(ctx, { caseId: id, what: 'closed case to open again', comeBackTo: `/cases/${id}/reopen` }, async () => {
      const found = await readCase(ctx.db, id)
      return found && { found, heading: `Open ${found.reference} again`, values: {} }
    }),
  submit: ({ id }, { reasons }, ctx) =>
    actInCase(ctx, id, (by) => changeCase(ctx.db, id, by, (found) => reopenCase(found, { reasons, reopenedBy: { officerId: by.officerId, name: by.name } }))),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case is open again.', fr: 'Le dossier est rouvert.' },
})
