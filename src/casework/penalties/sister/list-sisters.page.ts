import { page } from '#platform/web'
import { seeSisterLists } from '../rights.ts'
import { unlookedSisters, waitingCorrections } from './sisters-ahead.store.ts'

/** Where one notice was corrected and its sisters stand: nobody is chased for a fault that was put right for another (casework.md C11). */
export const listSistersPage = page({
  path: '/sister-notices',
  right: seeSisterLists,
  template: 'casework/penalties/sister/list-sisters.njk',
  show: async (_input, { db, officer }) => ({ unlooked: await unlookedSisters(db, officer), waiting: await waitingCorrections(db, officer) }),
})
