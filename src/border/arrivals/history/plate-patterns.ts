/** How near a plate has to come: letter by letter, but for characters that cameras mix up, or with one more mistake besides. */
export const closenesses = ['exact', 'confused', 'one-off'] as const

export type Closeness = (typeof closenesses)[number]

/** In a pattern `#` is one unknown character and `*` any number of them. */
export function knownCharacters(pattern: string): number {
  return pattern.replace(/[#*]/g, '').length
}

export function isWhole(pattern: string): boolean {
  return !/[#*]/.test(pattern)
}

/**
 * What to look for, as SQL's `like` reads it. One mistake is a character misread, missed or invented; it is spelled out
 * for each place, because a pattern leads an index straight to its rows and a count of mistakes does not.
 */
export function likePatterns(pattern: string, closeness: Closeness): readonly string[] {
  const like = pattern.replaceAll('*', '%').replaceAll('#', '_')
  if (closeness !== 'one-off') return [like]
  const places = [...like].flatMap((character, at) => (character === '%' ? [] : [at]))
  const misread = places.map((at) => `${like.slice(0, at)}_${like.slice(at + 1)}`)
  const missed = places.map((at) => like.slice(0, at) + like.slice(at + 1))
  const invented = [...places, like.length].map((at) => `${like.slice(0, at)}_${like.slice(at)}`)
  return [...new Set([like, ...misread, ...missed, ...invented])]
}
