import { plate, type Plate } from '#values'
import type { Json } from '#platform/wire-formats'
import { plateMaxLength, wordMaxLength } from './limits.ts'
import type { IgnoredReason } from './understanding.ts'

/** What makers write where a plate should be when they read none (anpr.md 2.1 and 2.2), after folding to A-Z and 0-9. */
const sentinels: ReadonlySet<string> = new Set([
  '', 'UNKNOWN', 'NOPLATE', 'UNLICENSED', 'UNLICENCED', 'NONE', 'NULL', 'UNDEFINED', 'NOTDETECTED', 'NOTREAD', 'UNREADABLE', 'NOPLATEFOUND', 'NOREAD', 'NOTRECOGNIZED', 'NOTRECOGNISED',
])

export type PlateOrNot = { readonly plate: Plate } | { readonly reason: IgnoredReason }

/** The folded plate, or why there is none. Unread characters stay as `#`, but a plate of nothing else was not read. */
export function plateOrNot(asWritten: string | null): PlateOrNot {
  const folded = plate(asWritten ?? '')
  if (sentinels.has(folded) || folded.replaceAll('#', '') === '') return { reason: 'no-plate' }
  if (folded.length > plateMaxLength) return { reason: 'not-a-plate' }
  return { plate: folded }
}

/** A word from outside, fit to store: no control characters (PostgreSQL holds no NUL), no more than it may be, null when empty. */
export function word(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return value.replace(/[\u0000-\u001f\u007f]/g, '').toWellFormed().trim().slice(0, wordMaxLength).toWellFormed() || null
}
