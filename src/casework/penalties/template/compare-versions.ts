import type { Block, Letter } from '#platform/documents'

/** One place in two versions of a letter: the same in both, or in one of them only. */
export interface Compared {
  readonly block: Block
  readonly standing: 'same' | 'removed' | 'added'
}

/** The blocks of the newer letter in order, with those of the older that are gone where they stood. */
export function compareLetters(older: Letter, newer: Letter): readonly Compared[] {
  return align(older.blocks, newer.blocks)
}

function align([one, ...restOld]: readonly Block[], newer: readonly Block[]): readonly Compared[] {
  if (one === undefined) return newer.map((block) => ({ block, standing: 'added' }))
  const at = newer.findIndex((block) => sameBlock(block, one))
  if (at === -1) return [{ block: one, standing: 'removed' }, ...align(restOld, newer)]
  return [...newer.slice(0, at).map((block): Compared => ({ block, standing: 'added' })), { block: one, standing: 'same' }, ...align(restOld, newer.slice(at + 1))]
}

function sameBlock(one: Block, other: Block): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
