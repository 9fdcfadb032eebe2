import { page } from '#platform/web'
import { readGuidance } from '../rights.ts'
import { whatToDo } from './what-to-do.ts'

/** Read in a cab, on a phone, perhaps in fear: the places first, one thing to do in each. */
export const someoneInsidePage = page({
  path: '/someone-inside',
  right: readGuidance,
  template: 'public/guidance/advice/someone-inside.njk',
  show: async (_input, { words }) => ({
    places: whatToDo.map(({ id, where, acts }) => ({
      id,
      where: words(where.en, where.fr),
      acts: acts.map(({ en, fr, provision }) => ({ text: words(en, fr), provision })),
    })),
  }),
})
