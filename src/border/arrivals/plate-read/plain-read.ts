import { plateOrNot } from './read-words.ts'
import type { IgnoredReason, UnderstoodRead } from './understanding.ts'

/** All that a plate alone tells. */
export type PlainRead = Omit<UnderstoodRead, 'capturedAt' | 'capturedAtOtherwise' | 'sameAs'>

/** What every format begins with: the plate as the maker wrote it and nothing else, or why there is none. Each adds what its messages hold. */
export function plainRead(asWritten: string | null): PlainRead | { readonly reason: IgnoredReason } {
  const chosen = plateOrNot(asWritten)
  if ('reason' in chosen) return chosen
  return {
    plate: chosen.plate,
    plateAsRead: asWritten ?? chosen.plate,
    country: null,
    confidence: null,
    cameraHint: null,
    lane: null,
    direction: null,
    characterConfidence: null,
    candidates: [],
    passageHint: null,
    state: 'new',
    images: [],
  }
}
