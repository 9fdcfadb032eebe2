import { plate, type Plate } from '#values'
import { plateSearchedMin } from '../limits.ts'

/** What one box of typed words can mean at once: a reference, a plate, or words to look for. */
export interface SearchTerms {
  /** `JX-2024-000123`, whole. */
  readonly reference: string | undefined
  /** The last six digits of a reference whose year nobody remembers. */
  readonly number: string | undefined
  readonly plate: Plate | undefined
  readonly words: string
}

/** Nothing typed is a language: no sign in it has a meaning beyond what it says. */
export function searchTerms(typed: string): SearchTerms {
  const words = typed.trim().replace(/\s+/g, ' ')
  const whole = /^(?:jx[- ]?)?(\d{4})[- ](\d{1,6})(?:-[dohp]\d+)?$/i.exec(words)
  const digits = /^(?:jx[- ]?)?0*(\d{1,6})$/i.exec(words)
  const folded = plate(words)
  return {
    words,
    reference: whole === null ? undefined : `JX-${whole[1]}-${whole[2]?.padStart(6, '0')}`,
    number: digits === null ? undefined : digits[1]?.padStart(6, '0'),
    plate: folded.length >= plateSearchedMin && /\d/.test(folded) && !folded.includes('#') ? folded : undefined,
  }
}
