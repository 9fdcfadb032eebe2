import type { PageContext } from '#platform/web'
import { readAppeal } from '../appeal/appeal.store.ts'
import { pageOf, type ThingOfCase } from '../case/thing-of-case.page.ts'
import { seeBundles } from '../rights.ts'
import type { MadeBundle } from './bundle.ts'
import { bundleStandings } from './bundle-standings.store.ts'
import { readBundle } from './bundle.store.ts'

const bundleOfCase: ThingOfCase<MadeBundle> = { at: '/bundles', read: readBundle, none: 'no-such-bundle' }

/** One bundle as it was made: its index, what was left out and why, its hash, and whether the case has moved since. */
export const showBundlePage = pageOf(bundleOfCase, { right: seeBundles, template: 'casework/penalties/bundle/show-bundle.njk', what: 'bundle of evidence', view })

async function view({ db }: PageContext, { id, appealId, number, manifest }: MadeBundle) {
  const appeal = await readAppeal(db, appealId)
  const all = appeal === undefined ? [] : await bundleStandings(db, appeal)
  const bundle = all.find((each) => each.id === id)
  return bundle && {
    appeal, bundle,
    heading: `Bundle ${number} of appeal ${appeal?.claimNumber ?? ''}`,
    included: manifest.filter(({ outBecause }) => outBecause === null),
    leftOut: manifest.filter(({ outBecause }) => outBecause !== null),
    others: all.filter((each) => each !== bundle),
  }
}
