import type { Plate } from '#values'
import { samePlateEdits } from '../limits.ts'

/** Whether two reads of one passage are close enough to be the same plate read twice. */
export function maybeSamePlate(one: Plate, other: Plate): boolean {
  if (one === other) return true
  return edits(one, other) <= Math.min(samePlateEdits, Math.floor(Math.min(one.length, other.length) / 3))
}

/** Levenshtein's distance, stopped by nothing: plates are short. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [above, character] of [...one].entries()) {
    const next = [above + 1]
    for (let at = 1; at <= other.length; at += 1) {
      const substituted = (row[at - 1] ?? 0) + (character === other[at - 1] || character === '#' || other[at - 1] === '#' ? 0 : 1)
      next.push(Math.min(substituted, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
