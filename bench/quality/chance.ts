/** A source of chance that gives the same numbers on every run and every machine (Mulberry32). */
export interface Chance {
  /** From 0 to 1, without 1. */
  next(): number
  below(count: number): number
  one<Item>(items: readonly Item[]): Item
  happens(rate: number): boolean
}

export function chance(seed: number): Chance {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  return {
    next, below,
    happens: (rate) => next() < rate,
    one: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('Nothing to choose from')
      return item
    },
  }
}
