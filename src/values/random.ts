/** A stream of chance that a seed repeats exactly, so that a demonstration or a failure can be seen again. */
export interface Random {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number
  pick<Value>(values: readonly Value[]): Value
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the keys, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  // Mulberry32: 32 bits of state are plenty for traffic, and every engine computes it the same.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[whole(0, values.length - 1)]
    if (value === undefined) throw new RangeError('Nothing to pick from')
    return value
  }
  const weighted = <Key extends string>(weights: Readonly<Record<Key, number>>): Key => {
    const keys = Object.keys(weights) as Key[]
    let left = next() * keys.reduce((sum, key) => sum + weights[key], 0)
    return keys.find((key) => (left -= weights[key]) < 0) ?? pick(keys)
  }
  return { next, whole, pick, weighted, chance: (probability) => next() < probability }
}
