import { plateLengthMax } from '../limits.ts'
import { placeOf } from '../reading-errors/alphabet.ts'
import { classOf } from './confusion-classes.ts'

/** Stands on a list for any run of characters, also for none. */
export const anyRun = '*'

/** One way in which the known characters of a plate may lie: some counted from its front, some from its back. */
export interface Layout {
  /** `#` where any character may stand. */
  readonly head: string
  readonly tail: string
  /** It is at least as long as head and tail, and at most this. */
  readonly lengthMax: number
}

/**
 * Every layout of a plate known in part. Where a run of unknown length stands before known characters as well as behind them, these
 * are tried at each position: plates are so short that there are about ten.
 */
export function layoutsOf(known: string): readonly Layout[] {
  const [head = '', ...parts] = known.split(anyRun)
  const tail = parts.pop()
  if (tail === undefined) return [{ head, tail: '', lengthMax: head.length }]
  const room = plateLengthMax - tail.length
  const heads = parts.filter((part) => part !== '').reduce<readonly string[]>((before, part) => before.flatMap((each) => behind(each, part, room)), [head])
  return heads.map((each) => ({ head: each, tail, lengthMax: plateLengthMax }))
}

/** What is known with as many `#` as this read gives its runs, or undefined when the read fits none of its layouts. */
export function laidOver(known: string, read: string): string | undefined {
  return layoutsOf(known)
    .filter(({ head, tail, lengthMax }) => head.length + tail.length <= read.length && read.length <= lengthMax)
    .map(({ head, tail }) => head + '#'.repeat(read.length - head.length - tail.length) + tail)
    .find((spelled) => [...spelled].every((character, at) => mayBe(character, read.charAt(at))))
}

function mayBe(known: string, read: string): boolean {
  return known === '#' || read === '#' || classOf[placeOf(known.charCodeAt(0))] === classOf[placeOf(read.charCodeAt(0))]
}

function behind(head: string, part: string, room: number): readonly string[] {
  const skips = Math.max(0, room - head.length - part.length + 1)
  return Array.from({ length: skips }, (_, skip) => head + '#'.repeat(skip) + part)
}
