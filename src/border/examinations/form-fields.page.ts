import { z } from 'zod'
import { day, plate, type Instant, type Plate } from '#values'
import { inBoth } from '#platform/web'
import { clockTime, momentAtPort } from './local-time.ts'

/** Text that may be left out; blank is kept as null, never as an empty string. */
export const optionalText = (longest = 500) =>
  z.string().max(longest, inBoth(`Shorten this to ${longest} characters`, `Raccourcissez à ${longest} caractères`)).default('').transform((text) => (text === '' ? null : text))

export const reasonText = z.string(inBoth('Say why', 'Dites pourquoi')).min(3, inBoth('Say why', 'Dites pourquoi')).max(500)

export const optionalPlate = z.string().default('').transform((text): Plate | null => plate(text) || null)

/** Marks of countries as vehicles carry them, such as GB, RO or D. */
export const optionalCountry = z.string().default('').transform((text) => text.toUpperCase().replace(/[^A-Z]/g, '').slice(0, 3) || null)

export const count = z.string().default('').transform((text) => text || '0').pipe(
  z.string().regex(/^\d{1,3}$/, inBoth('Enter a whole number', 'Saisissez un nombre entier')).transform(Number),
)

export const optionalDay = z.iso.date(inBoth('Enter a day', 'Saisissez un jour')).optional()

export const optionalTime = z.string().regex(clockTime, inBoth('Enter a time such as 03:20', 'Saisissez une heure comme 03:20')).optional()

/** One name or number to a line; blank lines are left out. */
export const lines = z.string().default('').transform((text) => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ''))

/** The id a form chose when it was drawn, so that sending it twice records it once. */
export const formId = z.uuid()

/** The moment typed as a day and a time; without a time, nothing was said. */
export function momentTyped(on: string | undefined, at: string | undefined, today: string): Instant | null {
  return at === undefined ? null : momentAtPort(day(on ?? today), at)
}
