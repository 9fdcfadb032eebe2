import type { Json } from '#platform/wire-formats'
import { piecesMax } from './limits.ts'
import { pathSteps, reached, textOf, type Step } from './path.ts'
import { boundedPattern, caughtBy, type PatternFault } from './pattern.ts'

/** Where a field stands in a record: pieces joined by a space, each a path, a `/pattern/` with a group, or a `'word'` taken as it is. */
export type Place = readonly ({ readonly steps: readonly Step[] } | { readonly pattern: RegExp } | { readonly word: string })[]

export type PlaceFault = PatternFault | 'not-a-path' | 'too-many-pieces'

/** A record to look in: as a tree, and as the text a pattern is tried on. */
export interface ReadRecord {
  readonly tree: Json
  readonly text: string
}

export function placeOf(written: string): Place | PlaceFault {
  const pieces = written.split(' + ').map((piece) => piece.trim())
  if (pieces.length > piecesMax) return 'too-many-pieces'
  const places = pieces.map(pieceOf)
  const fault = places.find((place) => typeof place === 'string')
  return fault ?? places.filter((place) => typeof place !== 'string')
}

function pieceOf(piece: string): Place[number] | PlaceFault {
  const word = /^'([^']*)'$/.exec(piece)?.[1]
  if (word !== undefined) return { word }
  if (piece.startsWith('/') && piece.endsWith('/') && piece.length > 2) {
    const pattern = boundedPattern(piece.slice(1, -1))
    return typeof pattern === 'string' ? pattern : { pattern }
  }
  const steps = pathSteps(piece)
  return steps === undefined ? 'not-a-path' : { steps }
}

/** The field's text in this record; null when any piece of it is missing. */
export function found(place: Place, record: ReadRecord): string | null {
  const pieces = place.map((piece) => {
    if ('word' in piece) return piece.word
    return 'pattern' in piece ? caughtBy(piece.pattern, record.text) : textOf(reached(record.tree, piece.steps)[0])
  })
  return pieces.includes(null) ? null : pieces.join(' ').trim() || null
}
