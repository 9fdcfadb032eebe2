import { z } from 'zod'
import { action } from '#platform/web'
import { allocateCaseOf } from '../allocation/allocate-case.store.ts'
import { named } from '../penalty/penalty.ts'
import { refusals } from '../refusals.ts'
import { closeCases, workOnCase } from '../rights.ts'
import { closeCaseOf } from './close-case.store.ts'
import { actInCase, subjectOfCase } from './enter-case.page.ts'

const params = z.object({ id: z.uuid() })

export const takeCase = action({
  path: '/cases/:id/take',
  right: workOnCase,
  params,
  refusals,
  subject: subjectOfCase,
  submit: ({ id }, _form, ctx) => actInCase(ctx, id, (by) => allocateCaseOf(ctx.db, id, { to: named(by), how: 'taken' }, by)),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case is yours.', fr: 'Le dossier est à vous.' },
})

export const closeCaseButton = action({
  path: '/cases/:id/close',
  right: closeCases,
  params,
  refusals,
  subject: subjectOfCase,
  submit: ({ id }, _form, ctx) => actInCase(ctx, id, (by) => closeCaseOf(ctx.db, { caseId: id, by, closedOn: ctx.clock.today() })),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case is closed.', fr: 'Le dossier est clos.' },
})
