import type { ManifestLine } from './bundle.ts'

type Record = Pick<ManifestLine, 'key' | 'title' | 'sha256'>

/** How the case has moved since a bundle was made: records that are new, that say something else, or that are gone. */
export function whatMoved(before: readonly Record[], now: readonly Record[]): readonly string[] {
  const earlier = new Map(before.map((line) => [line.key, line]))
  const present = new Set(now.map(({ key }) => key))
  return [
    ...now.filter(({ key }) => !earlier.has(key)).map(({ title }) => `New: ${title}`),
    ...now.filter(({ key, sha256 }) => earlier.has(key) && earlier.get(key)?.sha256 !== sha256).map(({ title }) => `Changed: ${title}`),
    ...before.filter(({ key }) => !present.has(key)).map(({ title }) => `No longer there: ${title}`),
  ]
}

/** The same between two bundles, with what went in or came out. */
export function whatChanged(before: readonly ManifestLine[], now: readonly ManifestLine[]): readonly string[] {
  const wasIn = new Map(before.map(({ key, outBecause }) => [key, outBecause === null]))
  const turned = (isIn: boolean) => now.filter(({ key, outBecause }) => wasIn.get(key) === !isIn && (outBecause === null) === isIn)
  return [
    ...whatMoved(before, now),
    ...turned(true).map(({ title }) => `Put in: ${title}`),
    ...turned(false).map(({ title }) => `Taken out: ${title}`),
  ]
}
