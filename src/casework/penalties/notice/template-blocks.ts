import type { Block } from '#platform/documents'
import type { Speech } from './letter-speech.ts'

/** The parts that letters of one purpose can be put together from. A version of a template is a list of their names. */
export type BlockMakers<Facts> = Readonly<Record<string, (speech: Speech, facts: Facts) => readonly Block[]>>

/** The blocks of a version in its order. A name that no part has does not compile where the versions are listed. */
export function blocksOf<Facts, Makers extends BlockMakers<Facts>>(makers: Makers, names: readonly (keyof Makers & string)[], speech: Speech, facts: Facts): readonly Block[] {
  return names.flatMap((name) => makers[name]?.(speech, facts) ?? [])
}
