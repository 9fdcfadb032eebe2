import { z } from 'zod'
import { formPage, inBoth } from '#platform/web'
import { reasonLengthMax } from '../limits.ts'
import { hitRefusals } from '../refusals.ts'
import { handleHits } from '../rights.ts'
import { acknowledgeHit } from './acknowledge-hit.ts'
import { describeHit } from './describe-hit.page.ts'
import { changeHit } from './handle-hit.store.ts'
import { acknowledgements } from './hit-words.ts'
import type { Hit } from './hit.ts'
import { readHit } from './hit.store.ts'

const chooseReason = inBoth('Choose what happens next, or write it', 'Choisissez la suite, ou écrivez-la')

/** One tap says why; own words are for what no button says. */
const reasonForm = z.object({
  next: z.enum(['going', 'sent', 'duty-told', 'watching', 'other'], chooseReason),
  own: z.string().max(reasonLengthMax).default(''),
}).refine(({ next, own }) => next !== 'other' || own.trim() !== '', { path: ['own'], message: inBoth('Write what happens next', 'Écrivez la suite donnée') })

/** The act that the entry's handling asks for comes first to the eye. */
function proposedFor({ handling }: Hit): keyof typeof acknowledgements {
  return handling === 'do-not-stop' ? 'duty-told' : handling === 'observe' ? 'watching' : 'going'
}

export const acknowledgeHitPage = formPage({
  path: '/hits/:id/acknowledge',
  right: handleHits,
  template: 'border/arrivals/hit/acknowledge-hit.njk',
  params: z.object({ id: z.uuid() }),
  form: reasonForm,
  refusals: hitRefusals,
  subject: ({ id }, { db }) => readHit(db, id).then((hit) => hit && { site: hit.site }),
  show: async ({ id }, { db, clock, words }) => {
    const hit = await readHit(db, id)
    const choices = Object.entries(acknowledgements).map(([value, { en, fr }]) => ({ value, text: words(en, fr) }))
    return hit && { hit: describeHit(hit, clock.now(), words), choices, proposed: proposedFor(hit), values: { own: '' } }
  },
  submit: ({ id }, { next, own }, { db, by, words }) => {
    const chosen = acknowledgements[next]
    const reason = [chosen && words(chosen.en, chosen.fr), own.trim()].filter(Boolean).join('. ')
    const act = by(reason)
    return changeHit(db, { id, by: act }, (hit) => acknowledgeHit(hit, act))
  },
  next: ({ id }) => `/hits/${id}`,
  done: { en: 'The hit is yours. Look at the picture before anything is done to the vehicle.', fr: 'L’alerte est à vous. Regardez l’image avant toute action sur le véhicule.' },
})
