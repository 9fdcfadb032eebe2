import { page } from '#platform/web'
import { seeSisterLists } from '../rights.ts'
import { sistersAhead } from './sisters-ahead.store.ts'

/** Where one notice was corrected and its sisters stand: nobody is chased for a fault that was put right for another (casework.md C11). */
export const listSistersPage = page({
  path: '/sister-notices',
  right: seeSisterLists,
  template: 'casework/penalties/sister/list-sisters.njk',
  show: (_input, { db, officer }) => sistersAhead(db, officer),
})
