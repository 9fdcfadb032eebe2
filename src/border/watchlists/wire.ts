import type { Wiring } from '#platform/web'
import { addEntryPage, confirmEntryPage, reviewEntryPage, withdrawEntryPage } from './entry/entry-acts.page.ts'
import { entryPage } from './entry/entry.page.ts'
import { answerHeld } from './held/answer-held.feed.ts'
import { confirmImportAction, exportList, previewImportPage } from './import/import.page.ts'
import { listPage, listsPage } from './list/lists.page.ts'
import { openListPage } from './list/open-list.page.ts'
import { queuePage } from './queue/queue.page.ts'
import { readWatchlists, seeMatcher } from './rights.ts'
import { learnPage } from './tuning/learn.page.ts'
import { listTiersPage } from './tuning/list-tiers.page.ts'
import { matcherPage } from './tuning/matcher.page.ts'
import { takeMatrixOutPage } from './tuning/take-matrix-out.page.ts'

export const watchlists: Wiring = {
  nav: [
    { href: '/watchlists', en: 'Watchlists', fr: 'Listes', right: readWatchlists },
    { href: '/matcher', en: 'Matcher', fr: 'Appariement', right: seeMatcher },
  ],
  feeds: [answerHeld],
  pages: [listsPage, openListPage, listPage, addEntryPage, entryPage, confirmEntryPage, reviewEntryPage, withdrawEntryPage, previewImportPage, confirmImportAction, exportList, queuePage, matcherPage, listTiersPage, learnPage, takeMatrixOutPage],
}
