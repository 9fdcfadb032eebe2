import { refuse, type Refusal } from '#platform/decisions'
import { bundlePicturesMaxBytes } from '../limits.ts'
import { manifestLine, type ManifestLine, type OfferedItem } from './bundle.ts'

export interface Choice {
  /** The keys of what goes in. */
  readonly chosen: readonly string[]
  /** Why the officer left out what would have gone in. */
  readonly whyRest: string
}

export interface Contents {
  readonly items: readonly OfferedItem[]
  readonly manifest: readonly ManifestLine[]
}

/** What goes in, in the order offered, and for everything else why it does not: nothing is left out in silence. */
export function chooseItems(offered: readonly OfferedItem[], { chosen, whyRest }: Choice): Contents | Refusal {
  const items = offered.filter(({ key, isBarred }) => !isBarred && chosen.includes(key))
  if (items.length === 0) return refuse('bundle-of-nothing')
  const left = offered.filter((item) => !items.includes(item))
  if (left.some(({ outBecause }) => outBecause === null) && whyRest.trim() === '') return refuse('say-why-left-out')
  if (items.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > bundlePicturesMaxBytes) return refuse('too-many-pictures')
  return { items, manifest: offered.map((item) => manifestLine(item, items.includes(item) ? null : (item.outBecause ?? whyRest.trim()))) }
}

/** What goes in unless somebody says otherwise. */
export function proposedKeys(offered: readonly OfferedItem[]): readonly string[] {
  return offered.filter(({ outBecause }) => outBecause === null).map(({ key }) => key)
}
