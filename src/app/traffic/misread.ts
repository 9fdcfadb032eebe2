import type { Random } from './random.ts'

/** What one camera made of one plate. */
export interface Reading {
  readonly text: string
  readonly confidence: number
  /** One number a character. */
  readonly characters: readonly number[]
  readonly others: readonly { readonly text: string; readonly confidence: number }[]
}

/** Characters that cameras take for one another (anpr.md 4.1). */
const alike: readonly string[] = ['0ODQ', '1IL', '2Z', '5S', '8B', '6G', 'UV', 'HKM', 'EF', 'PR', 'TY']

/** Twelve plates in a hundred are misread by a typical camera (anpr.md 4.2); letters that change places are an error cameras do not make. */
export const misreadShare = 0.12

export function readPlate(truth: string, random: Random): Reading {
  if (!random.chance(misreadShare)) return certain(truth, random)
  const at = random.whole(0, truth.length - 1)
  const text = misread(truth, at, random)
  const characters = [...text].map((_, index) => (index === at ? share(random, 38, 72) : share(random, 88, 99)))
  const confidence = share(random, 58, 84)
  // More often than not the truth is among the camera's own alternatives.
  const others = random.chance(0.7) ? [{ text: truth, confidence: rounded(confidence - 0.05) }] : []
  return { text, confidence, characters, others }
}

/** A right reading, with the one alternative that cameras usually offer. */
export function certain(truth: string, random: Random): Reading {
  const other = confused(truth, random.whole(0, truth.length - 1), random)
  const others = other === truth ? [] : [{ text: other, confidence: share(random, 55, 78) }]
  return { text: truth, confidence: share(random, 86, 99), characters: [...truth].map(() => share(random, 90, 99)), others }
}

function misread(truth: string, at: number, random: Random): string {
  const kind = random.weighted({ confused: 63, other: 11, dropped: 16, added: 10 })
  if (kind === 'dropped') return truth.slice(0, at) + truth.slice(at + 1)
  if (kind === 'added') return truth.slice(0, at) + random.pick([...'1ILJT7']) + truth.slice(at)
  const changed = kind === 'confused' ? confused(truth, at, random) : truth
  return changed === truth ? replaced(truth, at, random.pick([...'ACDEHJKNRTWXY3479'])) : changed
}

function confused(truth: string, at: number, random: Random): string {
  const others = alike.filter((group) => group.includes(truth[at] ?? ' ')).flatMap((group) => [...group]).filter((character) => character !== truth[at])
  return others.length === 0 ? truth : replaced(truth, at, random.pick(others))
}

function replaced(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1)
}

function share(random: Random, leastPercent: number, mostPercent: number): number {
  return random.whole(leastPercent, mostPercent) / 100
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
