import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { ClockName } from '#law'
import { attempts, lives } from '#test/penalty-lives'
import { dayInWords } from '#values'
import type { PenaltyEvent } from '../events.ts'
import { evolvePenalty } from '../penalty/evolve-penalty.ts'
import type { Penalty } from '../penalty/penalty.ts'
import { clocksOf } from './last-day-for.ts'
import { movedDays, type MovedDay } from './moved-days.ts'

/** The legal days each event may move. An event that is new has to be put here by somebody who has thought about it. */
const mayMove: Readonly<Record<PenaltyEvent['type'], readonly ClockName[]>> = {
  'penalty-proposed': ['issue'],
  'penalty-imported': ['issue', 'object', 'decide', 'pay', 'appeal'],
  'proposal-withdrawn': [],
  'penalty-decided': [],
  'no-penalty-decided': [],
  'notice-issued': ['object', 'decide', 'pay', 'appeal'],
  // Sent again to another address with a day of its own.
  'notice-issued-again': ['object', 'decide', 'pay', 'appeal'],
  'objection-received': ['pay'],
  'late-objection-received': [],
  'late-objection-accepted': ['pay'],
  // Time agreed for an objection that is not dealt with is of no use to anybody.
  'late-objection-refused': ['decide'],
  'decision-time-agreed': ['decide'],
  'objection-determined': ['pay', 'appeal'],
  'penalty-reduced': [],
  // The notice is to be replaced by a new one, which starts each clock again.
  'penalty-increased': ['decide', 'pay', 'appeal'],
  'penalty-cancelled': [],
  'penalty-settled': [],
  'penalty-written-off': [],
  'penalty-reopened': [],
}

interface Moved {
  readonly type: PenaltyEvent['type']
  readonly after: Penalty
  readonly moves: readonly MovedDay[]
}

/** Each event of a life by itself, with the days that moved at it. */
function eventByEvent(tried: Parameters<typeof lives>[0]): readonly Moved[] {
  return lives(tried).flatMap(({ before, events }) => {
    let penalty = before
    return events.map((event) => {
      const earlier = penalty
      penalty = evolvePenalty(earlier, event)
      return { type: event.type, after: penalty, moves: movedDays(earlier, penalty) }
    })
  })
}

/** More by `DAY_ROUNDS`. */
const rounds = Number(process.env['DAY_ROUNDS'] ?? 100)

const always = (hold: (moved: Moved) => void) => fc.assert(fc.property(attempts, (tried) => eventByEvent(tried).forEach(hold)), { numRuns: rounds })

describe('a legal day', () => {
  test('whatever happens, is moved by no event but those that say so', () => {
    always(({ type, moves }) => assert.deepEqual(moves.filter(({ clock }) => !mayMove[type].includes(clock)), [], `${type} moved a day in silence`))
  })
  test('that moved is named by the sentence that explains it', () => {
    always(({ moves }) => {
      for (const { now, sentence } of moves) if (typeof now === 'string') assert.ok(sentence.includes(dayInWords(now)), `${now} is not in: ${sentence}`)
    })
  })
  test('is the same however often it is asked for, and whatever the day', () => {
    always(({ after }) => assert.deepEqual(clocksOf(after), clocksOf(structuredClone(after))))
  })
  test('does move in these lives, by each of the events that may move it', () => {
    const seen = new Set(fc.sample(attempts, { numRuns: 500, seed: 11 }).flatMap((tried) => eventByEvent(tried).flatMap(({ type, moves }) => moves.map(({ clock }) => `${type} ${clock}`))))
    const wanted = ['notice-issued pay', 'objection-received pay', 'late-objection-accepted pay', 'decision-time-agreed decide', 'objection-determined pay', 'objection-determined appeal']
    assert.deepEqual(wanted.filter((each) => !seen.has(each)), [])
  })
})
