import { anyone } from './assets.ts'
import { page } from './page.ts'

/** Every recurring piece with every state it can be in, for the eye. */
export const piecesPage = page({
  path: '/pieces',
  right: anyone,
  template: 'platform/web/pieces-page.njk',
  show: async () => ({}),
})
