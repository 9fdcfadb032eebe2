import type { Database } from '#platform/database'
import { dayOf, type CalendarDate } from '#values'
import type { Appeal } from '../appeal/appeal.ts'
import { openAppealFile } from './appeal-file.store.ts'
import type { MadeBundle } from './bundle.ts'
import { bundlesOfAppeal } from './bundle.store.ts'
import { hasMovedSince } from './moved-since.store.ts'
import { whatMoved } from './what-changed.ts'

export interface BundleStanding extends MadeBundle {
  readonly madeOn: CalendarDate
  readonly isLatest: boolean
  /** What has moved in the case since it was made. */
  readonly moved: readonly string[]
}

/** The bundles of an appeal, the latest first, and whether each still says what the case says. */
export async function bundleStandings(db: Database, appeal: Appeal): Promise<readonly BundleStanding[]> {
  const all = await bundlesOfAppeal(db, appeal.id)
  if (all.length === 0) return []
  const { offered } = await openAppealFile(db, appeal)
  return all.map((bundle, at) => ({ ...bundle, madeOn: dayOf(bundle.madeAt), isLatest: at === 0, moved: whatMoved(bundle.manifest, offered) }))
}

/** The same for a list of them: which is the latest, and whether anything was written since. What has moved is found when one is opened. */
export async function bundlesListed(db: Database, appeal: Appeal) {
  const all = await bundlesOfAppeal(db, appeal.id)
  const [latest] = all
  const isStale = latest !== undefined && (await hasMovedSince(db, appeal, latest))
  return all.map((bundle) => ({ ...bundle, madeOn: dayOf(bundle.madeAt), isLatest: bundle === latest, isStale: bundle === latest && isStale }))
}
