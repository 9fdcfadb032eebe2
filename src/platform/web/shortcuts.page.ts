import { anyone } from './assets.ts'
import { page } from './page.ts'

export const shortcutsPage = page({
  path: '/shortcuts',
  right: anyone,
  template: 'platform/web/shortcuts.njk',
  show: async () => ({}),
})
