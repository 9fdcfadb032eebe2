import type { Plate } from '#values'
import { samePlateEdits } from '../limits.ts'

/** Whether two reads of one passage are close enough to be the same plate read twice. */
export function maybeSamePlate(one: Plate, other: Plate): boolean {
  return one === other || isWithin(Math.min(samePlateEdits, Math.floor(Math.min(one.length, other.length) / 3)), one, other)
}

/** Whether Levenshtein's distance is at most `edits`. Each read is held against every vehicle near it, nearly all of them others, which their characters tell at a glance. */
function isWithin(edits: number, one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > edits || lacks(edits, one, other)) return false
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let above = 0; above < one.length; above += 1) row = nextRow(row, one.charCodeAt(above), other)
  return (row[other.length] ?? 0) <= edits
}

/** Whether more than so many characters of the one are nowhere in the other: each is an edit at least. */
function lacks(edits: number, one: string, other: string): boolean {
  if (other.includes('#')) return false
  let lacking = 0
  for (const character of one) {
    if (character !== '#' && !other.includes(character)) lacking += 1
    if (lacking > edits) return true
  }
  return false
}

const unread = '#'.charCodeAt(0)

function nextRow(row: readonly number[], character: number, other: string): number[] {
  const next = [(row[0] ?? 0) + 1]
  for (let at = 1; at <= other.length; at += 1) {
    const facing = other.charCodeAt(at - 1)
    const differs = character === facing || character === unread || facing === unread ? 0 : 1
    next.push(Math.min((row[at - 1] ?? 0) + differs, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
  }
  return next
}
