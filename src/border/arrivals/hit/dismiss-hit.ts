import { announce, refuse, type Decision } from '#platform/decisions'
import type { By, Plate } from '#values'
import type { DismissalCode, Hit, HitDismissed } from './hit.ts'

export interface Dismissal {
  readonly dismissedAs: DismissalCode
  /** What stood on the plate, where the officer could see it: the cameras' errors are learned from it. */
  readonly truePlate?: Plate | undefined
}

/** A person saw that it is not the listed vehicle, and says which kind of mistake it was. */
export function dismissHit(hit: Hit | undefined, { dismissedAs, truePlate }: Dismissal, { name, at }: By): Decision<HitDismissed> {
  if (hit === undefined) return refuse('no-such-hit')
  if (hit.status !== 'raised' && hit.status !== 'acknowledged') return refuse('hit-closed')
  if (dismissedAs === 'misread' && truePlate === hit.listedPlate) return refuse('dismissed-as-the-listed-plate')
  return announce({ type: 'hit-dismissed', handledBy: name, handledAt: at, dismissedAs, ...(truePlate === undefined ? {} : { truePlate }) })
}
