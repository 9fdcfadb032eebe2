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

/** What stood and what stands in its place; one side is missing where something was only taken out or only added. */
export interface Changed {
  readonly before: Block | undefined
  readonly after: Block | undefined
}

/** The places that differ, each with both sides: of a run that was taken out and added, the first goes beside the first. */
export function sideBySide(compared: readonly Compared[]): readonly Changed[] {
  return runsOf(compared).flatMap((run) => {
    const side = (standing: Compared['standing']) => run.filter((each) => each.standing === standing).map(({ block }) => block)
    const [removed, added] = [side('removed'), side('added')]
    return Array.from({ length: Math.max(removed.length, added.length) }, (_each, at) => ({ before: removed[at], after: added[at] }))
  })
}

/** What lies between two places that are the same. */
function runsOf(compared: readonly Compared[]): readonly (readonly Compared[])[] {
  return compared.reduce<readonly (readonly Compared[])[]>((runs, each) => (each.standing === 'same' ? [...runs, []] : [...runs.slice(0, -1), [...(runs.at(-1) ?? []), each]]), [[]])
}
