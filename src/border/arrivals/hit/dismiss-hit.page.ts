import { z } from 'zod'
import { formPage, inBoth } from '#platform/web'
import { plate } from '#values'
import { plateTypedMax, reasonLengthMax } from '../limits.ts'
import { hitRefusals } from '../refusals.ts'
import { handleHits } from '../rights.ts'
import { describeHit } from './describe-hit.page.ts'
import { dismissHit } from './dismiss-hit.ts'
import { changeHit } from './handle-hit.store.ts'
import { dismissalCodes } from './hit.ts'
import { dismissalWords } from './hit-words.ts'
import { readHit } from './hit.store.ts'

export const dismissHitPage = formPage({
  path: '/hits/:id/dismiss',
  right: handleHits,
  template: 'border/arrivals/hit/dismiss-hit.njk',
  params: z.object({ id: z.uuid() }),
  form: z.object({
    code: z.enum(dismissalCodes, inBoth('Choose why it is not the listed vehicle', 'Choisissez pourquoi ce n’est pas le véhicule inscrit')),
    truePlate: z.string().max(plateTypedMax).optional().transform((text) => (text === undefined || plate(text) === '' ? undefined : plate(text))),
    own: z.string().max(reasonLengthMax).default(''),
  }),
  refusals: hitRefusals,
  subject: ({ id }, { db }) => readHit(db, id).then((hit) => hit && { site: hit.site }),
  show: async ({ id }, { db, clock, words }) => {
    const hit = await readHit(db, id)
    const choices = dismissalCodes.map((value) => ({ value, text: words(dismissalWords[value].en, dismissalWords[value].fr) }))
    return hit && { hit: describeHit(hit, clock.now(), words), choices, values: { code: '', truePlate: '', own: '' } }
  },
  submit: ({ id }, { code, truePlate, own }, { db, by, words }) => {
    const act = by([words(dismissalWords[code].en, dismissalWords[code].fr), own.trim()].filter(Boolean).join('. '))
    return changeHit(db, { id, by: act }, (hit) => dismissHit(hit, { dismissedAs: code, truePlate }, act))
  },
  next: () => '/lanes',
  done: { en: 'Not this vehicle: written down, and counted for the camera and the list.', fr: 'Pas ce véhicule : noté, et compté pour la caméra et la liste.' },
})
