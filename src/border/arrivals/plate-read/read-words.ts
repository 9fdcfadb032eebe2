import { plate, type Instant, type Plate } from '#values'
import type { Json } from '#platform/wire-formats'
import { identityMinLength, plateMaxLength, wordMaxLength } from './limits.ts'
import type { IgnoredReason } from './understanding.ts'

/** What makers write where a plate should be when they read none (anpr.md 2.1 and 2.2), after folding to A-Z and 0-9. */
const sentinels: ReadonlySet<string> = new Set([
  '', 'UNKNOWN', 'NOPLATE', 'UNLICENSED', 'UNLICENCED', 'NONE', 'NULL', 'UNDEFINED', 'NOTDEFINED', 'NOTDETECTED', 'NOTREAD', 'UNREADABLE', 'NOPLATEFOUND', 'NOREAD', 'NOTRECOGNIZED', 'NOTRECOGNISED',
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

/** An identity that can tell events apart. Some firmware fills the field with `x`, `1` or zeros, and taking those for one event would lose every read but the first. */
export function identity(value: Json | undefined): string | null {
  const found = word(value)
  return found !== null && found.length >= identityMinLength && new Set(found.replace(/[^A-Za-z0-9]/g, '')).size > 1 ? found : null
}

/** The identity of last resort, one plate at one moment. Without a moment there is none: the same lorry comes again next week. */
export function sameMoment(plate: Plate, capturedAt: Instant | null, ...more: readonly (string | null)[]): string | null {
  return capturedAt === null ? null : [plate, capturedAt, ...more].filter((each) => each !== null).join(' ')
}
