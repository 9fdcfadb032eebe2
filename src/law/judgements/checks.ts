import type { CalendarDate, Citation } from '#values'

/** Somebody qualified compared our words and figures with the text, and found them right or said what was wrong. */
export interface Check {
  readonly cite: string
  /** Name and qualification, as they may be printed. */
  readonly by: string
  readonly on: CalendarDate
  readonly found: string
}

/** Nobody has yet. A check is added here with the change it led to, and every page of the law shows it. */
export const checks: readonly Check[] = []

/** The latest check of a provision; undefined while there is none. */
export function checkOf({ cite }: Citation, made: readonly Check[] = checks): Check | undefined {
  return made.filter((check) => check.cite === cite).toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1)
}
