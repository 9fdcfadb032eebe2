import { z } from 'zod'
import { action } from '#platform/web'
import { hitRefusals } from '../refusals.ts'
import { handleHits } from '../rights.ts'
import { confirmHit } from './confirm-hit.ts'
import { changeHit } from './handle-hit.store.ts'
import { readHit } from './hit.store.ts'

/** The human check: pressed by a person who has the picture, or the vehicle, in front of them. */
export const confirmHitAction = action({
  path: '/hits/:id/confirm',
  right: handleHits,
  params: z.object({ id: z.uuid() }),
  form: z.object({ goOn: z.enum(['search', 'board']), crossing: z.uuid() }),
  refusals: hitRefusals,
  subject: ({ id }, { db }) => readHit(db, id).then((hit) => hit && { site: hit.site }),
  submit: ({ id }, _form, { db, by }) => {
    const act = by()
    return changeHit(db, { id, by: act }, (hit) => confirmHit(hit, act))
  },
  next: ({ id }, { goOn, crossing }) => (goOn === 'search' ? `/searches/open?crossing=${crossing}&hit=${id}` : '/lanes'),
})
