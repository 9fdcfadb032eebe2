import { z } from 'zod'
import { action, inBoth } from '#platform/web'
import { formId, optionalText, reasonText } from '../form-fields.page.ts'
import { searchRefusals } from '../refusals.ts'
import { runSearch } from '../rights.ts'
import { recordTechnique } from './record-technique.ts'
import { changeSearch, readSearch } from './search.store.ts'
import { obstacles, results, techniques } from './technique.ts'
import { withdrawTechnique } from './withdraw-technique.ts'

const minutes = z.string(inBoth('Enter the minutes', 'Saisissez les minutes')).regex(/^\d{1,3}$/, inBoth('Enter the minutes as a whole number', 'Saisissez un nombre entier de minutes')).transform(Number)

/** One touch: the button that is pressed is the result, or the reason why there is none. */
export const recordTechniqueAction = action({
  path: '/searches/:id/techniques',
  right: runSearch,
  params: z.object({ id: z.uuid() }),
  form: z.object({ stepId: formId, technique: z.enum(techniques), minutes, result: z.enum(results).optional(), obstacle: z.enum(obstacles).optional(), note: optionalText() }),
  refusals: searchRefusals,
  subject: ({ id }, { db }) => readSearch(db, id),
  submit: ({ id }, { stepId, technique, minutes, result = 'not-done', obstacle = null, note }, { db, by, officer, clock }) => {
    const step = { id: stepId, technique, result, minutes, obstacle, note, recordedAt: clock.now(), recordedBy: officer.name }
    return changeSearch(db, { id, by: by() }, (search) => recordTechnique(search, step))
  },
  next: ({ id }, { technique }) => `/searches/${id}#technique-${technique}`,
})

export const withdrawTechniqueAction = action({
  path: '/searches/:id/techniques/:stepId/withdraw',
  right: runSearch,
  params: z.object({ id: z.uuid(), stepId: z.uuid() }),
  form: z.object({ because: reasonText }),
  refusals: searchRefusals,
  subject: ({ id }, { db }) => readSearch(db, id),
  submit: ({ id, stepId }, { because }, { db, by }) => changeSearch(db, { id, by: by(because) }, (search) => withdrawTechnique(search, stepId, because)),
  next: ({ id }) => `/searches/${id}#steps`,
  done: { en: 'The step is struck through. It stays in the record with your reason.', fr: 'L’étape est barrée. Elle reste au dossier avec votre motif.' },
})
