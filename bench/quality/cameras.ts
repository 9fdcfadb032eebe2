import type { Chance } from './chance.ts'

/** How the measurement's cameras really go wrong, per character; the matcher is never shown this. */
export interface CameraErrors {
  readonly name: string
  /** What a character is taken for when it is taken for its like. */
  readonly likes: Readonly<Record<string, string>>
  readonly likeRate: number
  readonly otherRate: number
  readonly missedRate: number
  readonly inventedRate: number
  /** How many times more often the first and the last character are missed. */
  readonly edges: number
}

/** Each character is taken for those that stand beside it here; one that stands twice is taken for that one more often. */
function likesOf(groups: readonly string[]): Readonly<Record<string, string>> {
  const likes: Record<string, string> = {}
  for (const group of groups) for (const one of group) likes[one] = (likes[one] ?? '') + group.replaceAll(one, '')
  return likes
}

/** The stated model of the issue: anpr.md 4.4, with classes from the makers' tables. About 12% of plates are misread. */
export const statedModel: CameraErrors = {
  name: 'stated',
  likes: likesOf(['0ODQ', '0O', '1I', '1L', '2Z', '5S', '8B', '6G', 'UV', '38', 'PR', 'CG', 'FE', 'A4', 'KX', 'HM', 'TY', 'NM', 'JU', '9P', '7T', 'W4']),
  likeRate: 0.012, otherRate: 0.002, missedRate: 0.003, inventedRate: 0.002, edges: 1,
}

/** The model held out: other likes, other rates, and plates cut off at their ends, as one engine of few pixels does. */
export const heldOutModel: CameraErrors = {
  name: 'held out',
  likes: likesOf(['MNW', 'HN', 'CO', 'CG', 'DO', 'EF', 'EB', 'PF', 'R8', 'RB', 'KH', '71', '7Z', '27', '35', '39', '56', '0Q', '4A', 'JI', 'LC', 'SG', 'XY', 'VY', 'T1', 'UO', '80', '69']),
  likeRate: 0.0085, otherRate: 0.0035, missedRate: 0.0035, inventedRate: 0.001, edges: 3,
}

const everything = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** What becomes of one character: the text written in its place, or undefined when it is read as it is. */
export type Fate = string | undefined

/** Draws what the camera makes of each character; `scale` takes a part of all rates. */
export function fatesOf(plate: string, errors: CameraErrors, { by, scale }: { by: Chance; scale: number }): readonly Fate[] {
  return Array.from(plate, (character, at) => fateOf(character, { errors, by, scale, atEdge: at === 0 || at === plate.length - 1 }))
}

function fateOf(character: string, { errors, by, scale, atEdge }: { errors: CameraErrors; by: Chance; scale: number; atEdge: boolean }): Fate {
  const { likes, likeRate, otherRate, missedRate, inventedRate, edges } = errors
  let draw = by.next() / scale
  const taken = likes[character] ?? everything
  if ((draw -= likeRate) < 0) return taken.charAt(by.below(taken.length))
  if ((draw -= otherRate) < 0) return everything.charAt(by.below(everything.length))
  if ((draw -= missedRate * (atEdge ? edges : 1)) < 0) return ''
  return draw - inventedRate < 0 ? character + everything.charAt(by.below(everything.length)) : undefined
}

export function written(plate: string, fates: readonly Fate[]): string {
  return Array.from(plate, (character, at) => fates[at] ?? character).join('')
}
