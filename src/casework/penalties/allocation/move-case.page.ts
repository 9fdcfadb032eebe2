import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { formPage } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { moveCases } from '../rights.ts'
import { allocateCaseOf } from './allocate-case.store.ts'
import { handsOn } from './team-load.store.ts'

/** Gives one case to somebody else, with reasons that stay in its history. */
export const moveCasePage = formPage({
  path: '/cases/:id/move',
  right: moveCases,
  template: 'casework/penalties/allocation/move-case.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ to: z.string('Choose to whom').min(1, 'Choose to whom'), reasons: z.string('Give your reasons').trim().min(1, 'Give your reasons').max(reasonsMax) }),
  refusals,
  subject: subjectOfCase,
  show: ({ id }, ctx) => insideCase(ctx, { caseId: id, what: 'who has the case', comeBackTo: `/cases/${id}/move` }, async () => {
    const found = await readCase(ctx.db, id)
    return found && { found, hands: (await handsOn(ctx.db, ctx.clock.today())).filter((hand) => hand.id !== found.caseworkerId) }
  }),
  submit: async ({ id }, { to, reasons }, ctx) => {
    const hand = (await handsOn(ctx.db, ctx.clock.today())).find((each) => each.id === to)
    if (hand === undefined) return refuse('member-away')
    return actInCase(ctx, id, (by) => allocateCaseOf(ctx.db, id, { to: { officerId: hand.id, name: hand.name }, how: 'moved', reasons }, by))
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case is theirs now.', fr: 'Le dossier leur revient désormais.' },
})
