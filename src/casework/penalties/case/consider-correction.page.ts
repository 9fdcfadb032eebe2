import { z } from 'zod'
import { formPage } from '#platform/web'
import { reasonsMax } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { considerCorrections } from '../rights.ts'
import { readCase } from './case.store.ts'
import { considerCorrectionOf } from './correct-find.store.ts'
import { actInCase, insideCase, subjectOfCase } from './enter-case.page.ts'

/** Before and after side by side; a person says what follows. Nothing decided is touched from here. */
export const considerCorrectionPage = formPage({
  path: '/cases/:id/corrections/:correctionId',
  right: considerCorrections,
  template: 'casework/penalties/case/consider-correction.njk',
  params: z.object({ id: z.uuid(), correctionId: z.uuid() }),
  form: z.object({
    answer: z.enum(['adopt', 'leave'], 'Choose what the case goes by from now on'),
    reasons: z.string('Give your reasons').min(1, 'Give your reasons').max(reasonsMax),
  }),
  refusals,
  subject: ({ id }, ctx) => subjectOfCase({ id }, ctx),
  show: ({ id, correctionId }, ctx) =>
    insideCase(ctx, { caseId: id, what: 'correction of the find', comeBackTo: `/cases/${id}/corrections/${correctionId}` }, async () => {
      const found = await readCase(ctx.db, id)
      const correction = found?.corrections.find((each) => each.id === correctionId)
      return found && correction && { found, correction, heading: 'The find was corrected after the decision', values: {} }
    }),
  submit: ({ id, correctionId }, { answer, reasons }, ctx) =>
    actInCase(ctx, id, (by) => {
      const consideredBy = { officerId: by.officerId, name: by.name }
      return considerCorrectionOf(ctx.db, id, { correctionId, adopt: answer === 'adopt', reasons, consideredBy, consideredOn: ctx.clock.today() }, by)
    }),
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'What follows from the correction is recorded.', fr: 'La suite donnée à la correction est enregistrée.' },
})
