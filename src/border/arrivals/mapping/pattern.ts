import { patternMaxLength, patternTextMax, repeatMax, repeatsMaxPerPattern } from './limits.ts'

/** Why a pattern is not taken. */
export type PatternFault = 'too-long' | 'not-a-pattern' | 'nested-repeat' | 'too-many-repeats' | 'repeat-too-large' | 'looks-back' | 'no-group'

/** A pattern made safe: every repeat is bounded, so no text can keep it busy. */
export function boundedPattern(source: string): RegExp | PatternFault {
  if (source.length > patternMaxLength) return 'too-long'
  if (/\(\?|\\[1-9k]/.test(source.replaceAll('(?:', ''))) return 'looks-back'
  const pieces = piecesOf(source)
  // A repeat of a group that may itself repeat tries every way to share the text out, and there are more ways than seconds.
  if (pieces.some((piece, at) => piece === ')' && isRepeat(pieces[at + 1]))) return 'nested-repeat'
  const repeats = pieces.filter(isRepeat)
  if (repeats.length > repeatsMaxPerPattern) return 'too-many-repeats'
  if (repeats.some((repeat) => [...repeat.matchAll(/\d+/g)].some(([count]) => Number(count) > repeatMax))) return 'repeat-too-large'
  return compiled(pieces.map(bounded).join(''), pieces.includes('('))
}

function compiled(source: string, hasGroup: boolean): RegExp | PatternFault {
  try {
    const pattern = new RegExp(source, 'm')
    return hasGroup ? pattern : 'no-group'
  } catch {
    return 'not-a-pattern'
  }
}

/** Escapes, character classes and repeats each as one piece, everything else character by character. */
function piecesOf(source: string): readonly string[] {
  return source.match(/\\.|\[(?:\\.|[^\]\\])*\]|\{\d*,?\d*\}|[\s\S]/g) ?? []
}

function isRepeat(piece: string | undefined): piece is string {
  return piece === '*' || piece === '+' || (piece !== undefined && /^\{\d*,?\d*\}$/.test(piece))
}

function bounded(piece: string): string {
  if (piece === '*') return `{0,${repeatMax}}`
  if (piece === '+') return `{1,${repeatMax}}`
  return piece.replace(/^\{(\d+),\}$/, `{$1,${repeatMax}}`)
}

/** What the first group caught. */
export function caughtBy(pattern: RegExp, text: string): string | null {
  const found = pattern.exec(text.slice(0, patternTextMax))
  return found?.slice(1).find((group) => group !== undefined) ?? null
}
