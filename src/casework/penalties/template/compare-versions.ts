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

/** The places that differ, each with both sides: what was taken out goes beside what came in its place and is of its kind. */
export function sideBySide(compared: readonly Compared[]): readonly Changed[] {
  return runsOf(compared).flatMap((run) => {
    const side = (standing: Compared['standing']) => run.filter((each) => each.standing === standing).map(({ block }) => block)
    return pairs(side('removed'), side('added'))
  })
}

function pairs([before, ...restBefore]: readonly Block[], afters: readonly Block[]): readonly Changed[] {
  if (before === undefined) return afters.map((after) => ({ before: undefined, after }))
  const at = afters.findIndex(({ kind }) => kind === before.kind)
  if (at === -1) return [{ before, after: undefined }, ...pairs(restBefore, afters)]
  const skipped = afters.slice(0, at).map((after): Changed => ({ before: undefined, after }))
  return [...skipped, { before, after: afters[at] }, ...pairs(restBefore, afters.slice(at + 1))]
}

/** What lies between two places that are the same. */
function runsOf(compared: readonly Compared[]): readonly (readonly Compared[])[] {
  return compared.reduce<readonly (readonly Compared[])[]>((runs, each) => (each.standing === 'same' ? [...runs, []] : [...runs.slice(0, -1), [...(runs.at(-1) ?? []), each]]), [[]])
}
