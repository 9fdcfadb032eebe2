import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { caseForm } from '../case/case-form.page.ts'
import { someWords } from '../case/form-fields.ts'
import { moveCases } from '../rights.ts'
import { allocateCaseOf } from './allocate-case.store.ts'
import { handsOn } from './team-load.store.ts'

/** Gives one case to somebody else, with reasons that stay in its history. */
export const moveCasePage = caseForm({
  path: '/cases/:id/move',
  right: moveCases,
  template: 'casework/penalties/allocation/move-case.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({ to: z.string('Choose to whom').min(1, 'Choose to whom'), reasons: someWords('Give your reasons') }),
  what: 'who has the case',
  view: async ({ db, clock }, { caseworkerId }) => ({ hands: (await handsOn(db, clock.today())).filter(({ id }) => id !== caseworkerId) }),
  act: async ({ db, clock }, { id }, { to, reasons }, by) => {
    const hand = (await handsOn(db, clock.today())).find((each) => each.id === to)
    return hand === undefined ? refuse('member-away') : allocateCaseOf(db, id, { to: { officerId: hand.id, name: hand.name }, how: 'moved', reasons }, by)
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'The case is theirs now.', fr: 'Le dossier leur revient désormais.' },
})
