import { yearsBefore, type CalendarDate, type Citation, type Pence } from '#values'
import { reformedFrom } from '../eras.ts'
import { recordWindow, startingPointsForCarrying, startingPointsForNotSecuring } from '../instruments/level-of-penalty-code-of-practice.ts'
import { inForce } from '../provision.ts'
import { amountInWords, dayInBoth, tell, type Words } from '../words.ts'
import { step, type Step } from '../step.ts'
import type { Flag, Settings } from '../assessment.ts'
import type { EarlierPenaltyFacts, Facts, PersonFacts } from './facts.ts'

export interface StartingPoint {
  readonly amount: Pence
  readonly steps: readonly Step[]
  readonly flags: readonly Flag[]
}

interface Window {
  readonly from: CalendarDate
  readonly before: CalendarDate
}

/** The starting point follows from this person's own record, and from nobody else's. */
export function startingPoint({ earlierPenalties }: PersonFacts, facts: Facts): StartingPoint {
  const window = windowBefore(facts.occurredOn)
  const judged = earlierPenalties.map((penalty) => ({ penalty, verdict: verdictOn(penalty, window, facts) }))
  const count = judged.filter(({ verdict }) => verdict.counts).length
  const scale = facts.section === '32' ? startingPointsForCarrying : startingPointsForNotSecuring
  const amounts = inForce(scale, facts.occurredOn).value
  const amount = amounts[Math.min(count, amounts.length - 1)]
  if (amount === undefined) throw new Error(`${scale.cite} gives no starting point`)
  const steps = [...judged.map(({ penalty, verdict }) => recordStep(penalty, verdict)), startingStep(count, amount, scale)]
  return { amount, steps, flags: judged.flatMap(({ verdict }) => verdict.flags) }
}

/** From the same day five years earlier up to the day before the incident. */
function windowBefore(occurredOn: CalendarDate): Window {
  const { years } = inForce(recordWindow, occurredOn).value
  return { from: yearsBefore(years, occurredOn), before: occurredOn }
}

interface Verdict {
  readonly counts: boolean
  readonly why: Words
  readonly flags: readonly Flag[]
}

/** The first reason not to count it, or that it counts. */
function verdictOn({ section, issuedOn, status }: EarlierPenaltyFacts, window: Window, { section: sought, settings }: Facts): Verdict {
  if (status === 'cancelled') return notCounted(tell('earlier-cancelled'))
  if (issuedOn < window.from) return notCounted(tell('earlier-too-old'))
  if (issuedOn >= window.before) return notCounted(tell('earlier-not-before'))

  const doubts = doubtsAbout({ section, issuedOn, status }, window, sought)
  const refused = refusedBy(settings, doubts)
  if (refused !== undefined) return notCounted(refused, doubts)
  return { counts: true, why: tell('earlier-within-years'), flags: doubts }
}

function doubtsAbout({ section, issuedOn, status }: EarlierPenaltyFacts, window: Window, sought: EarlierPenaltyFacts['section']): readonly Flag[] {
  const doubts: readonly (readonly [Flag, boolean])[] = [
    ['PRIOR_OTHER_SECTION', section !== sought],
    ['PRIOR_BEFORE_2023', issuedOn < reformedFrom],
    ['PRIOR_CHALLENGED', status === 'challenged'],
    ['PRIOR_ON_WINDOW_EDGE', issuedOn === window.from],
  ]
  return doubts.filter(([, applies]) => applies).map(([flag]) => flag)
}

function refusedBy({ priorScope, priorsBefore2023, challengedPriors }: Settings, doubts: readonly Flag[]): Words | undefined {
  const refusals: readonly (readonly [Flag, boolean, Words])[] = [
    ['PRIOR_OTHER_SECTION', priorScope === 'SAME_SECTION', tell('earlier-other-section')],
    ['PRIOR_BEFORE_2023', priorsBefore2023 === 'IGNORE', tell('earlier-before-reform')],
    ['PRIOR_CHALLENGED', challengedPriors === 'IGNORE_UNTIL_FINAL', tell('earlier-challenged')],
  ]
  return refusals.find(([flag, isRefused]) => isRefused && doubts.includes(flag))?.[2]
}

function notCounted(why: Words, flags: readonly Flag[] = []): Verdict {
  return { counts: false, why, flags }
}

function recordStep({ section, issuedOn }: EarlierPenaltyFacts, { counts, why }: Verdict): Step {
  const words = tell(counts ? 'earlier-counts' : 'earlier-does-not-count', { section, on: dayInBoth(issuedOn), why })
  return step('record', { words, under: recordWindow, applied: counts })
}

function startingStep(count: number, amount: Pence, under: Citation): Step {
  const is = { amount: amountInWords(amount) }
  const words = count === 0 ? tell('starts-without-earlier', is) : tell('starts-with-earlier', { count, ...is })
  return step('starting-point', { words, under, amount })
}
