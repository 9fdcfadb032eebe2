import { z } from 'zod'
import { day, instant, isDay, type Instant } from '#values'

/** A day as `YYYY-MM-DD`. */
export const daySchema = z.string().refine(isDay, { error: 'Write a real day as YYYY-MM-DD' }).transform(day).meta({ format: 'date', example: '2023-02-23' })

/** A moment with its offset: hours cannot be counted from a time whose zone is unknown. */
export const momentSchema = z
  .string()
  .refine(isMoment, { error: 'Write a moment with its offset, such as 2024-06-01T10:00:00Z' })
  .transform((text): Instant => instant(text))
  .meta({ format: 'date-time', example: '2024-06-01T10:00:00Z' })

function isMoment(text: string): boolean {
  try {
    return instant(text).length > 0
  } catch {
    return false
  }
}
