import type { HistoryEntry } from '#platform/events'
import { timelineEntries } from '../case/timeline-entries.ts'
import type { TimelineEntry } from '../case/timeline-entry.ts'
import { clockWords } from '../case/words.ts'
import type { PenaltyEvent } from '../events.ts'
import { evolvePenalty } from '../penalty/evolve-penalty.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { movedDays, type MovedDay } from './moved-days.ts'

/** Something that happened to a penalty, and the last days that moved because of it. */
export interface DayHistoryEntry extends TimelineEntry {
  readonly moves: readonly (MovedDay & { readonly words: string })[]
}

/** A penalty's history as its clocks see it: each event that moved a day, newest first. Throws nothing for an erased entry: what follows it is left out. */
export function dayHistory(entries: readonly HistoryEntry[]): readonly DayHistoryEntry[] {
  const told = timelineEntries(entries, new Map())
  const history: DayHistoryEntry[] = []
  let penalty: Penalty | undefined
  for (const [place, { body }] of entries.entries()) {
    const line = told[place]
    if (body === undefined || line === undefined) break
    const before = penalty
    penalty = evolvePenalty(before, body as unknown as PenaltyEvent)
    const moves = movedDays(before, penalty).map((move) => ({ ...move, words: clockWords[move.clock] }))
    if (moves.length > 0) history.unshift({ ...line, moves })
  }
  return history
}

/** How often more time was agreed. */
export function extensionsIn(entries: readonly HistoryEntry[]): number {
  return entries.filter(({ type }) => type === 'decision-time-agreed').length
}
