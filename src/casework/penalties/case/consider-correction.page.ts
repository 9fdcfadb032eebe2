import { z } from 'zod'
import { named } from '../penalty/penalty.ts'
import { considerCorrections } from '../rights.ts'
import { caseForm } from './case-form.page.ts'
import { considerCorrectionOf } from './correct-find.store.ts'
import { someWords } from './form-fields.ts'

/** Before and after side by side; a person says what follows. Nothing decided is touched from here. */
export const considerCorrectionPage = caseForm({
  path: '/cases/:id/corrections/:correctionId',
  right: considerCorrections,
  template: 'casework/penalties/case/consider-correction.njk',
  params: z.object({ id: z.uuid(), correctionId: z.uuid() }),
  form: z.object({ answer: z.enum(['adopt', 'leave'], 'Choose what the case goes by from now on'), reasons: someWords('Give your reasons') }),
  what: 'correction of the find',
  restsOnPage: true,
  view: async (_ctx, { corrections }, { correctionId }) => {
    const correction = corrections.find(({ id }) => id === correctionId)
    return correction && { correction, heading: 'The find was corrected after the decision', values: {} }
  },
  act: ({ db, clock }, { id, correctionId }, { answer, reasons }, by) => {
    const consideredBy = named(by)
    return considerCorrectionOf(db, id, { correctionId, adopt: answer === 'adopt', reasons, consideredBy, consideredOn: clock.today() }, by)
  },
  next: ({ id }) => `/cases/${id}`,
  done: { en: 'What follows from the correction is recorded.', fr: 'La suite donnée à la correction est enregistrée.' },
})
