import { dayOf, timeOfDay, zoneOf, type Instant } from '#values'
import { minutesBetween } from '../local-time.ts'
import { layerWords, outcomeWords, standingSteps, type Search, type SearchStep } from './search.ts'
import { obstacleWords, resultWords, techniqueWords } from './technique.ts'

type Say = (en: string, fr: string) => string

/** How the result is marked, so that it is read without colour: see the pieces of the shell. */
const marks = { 'nothing': 'quiet', 'alert': 'look', 'inconclusive': 'waiting', 'not-done': 'quiet' } as const

/** A step in the reader's words. */
export function describeStep(step: SearchStep, say: Say) {
  const { technique, result, obstacle } = step
  return {
    ...step,
    mark: marks[result],
    techniqueText: say(techniqueWords[technique].en, techniqueWords[technique].fr),
    resultText: say(resultWords[result].en, resultWords[result].fr),
    obstacleText: obstacle && say(obstacleWords[obstacle].en, obstacleWords[obstacle].fr),
  }
}

/** A search in one line, for lists, by the clock of the port where it was done. */
export function describeSearch(search: Search, now: Instant, say: Say) {
  const standing = standingSteps(search)
  const { site, outcome, endedAt, openedAt, layer } = search
  return {
    ...search,
    layerText: say(layerWords[layer].en, layerWords[layer].fr),
    outcomeText: outcome && say(outcomeWords[outcome].en, outcomeWords[outcome].fr),
    elapsedMinutes: minutesBetween(openedAt, endedAt ?? now),
    searchedMinutes: standing.reduce((sum, { minutes }) => sum + minutes, 0),
    alerts: standing.filter(({ result }) => result === 'alert').length,
    techniquesUsed: standing.filter(({ result }) => result !== 'not-done').map(({ technique }) => say(techniqueWords[technique].en, techniqueWords[technique].fr)),
    openedOn: dayOf(openedAt, zoneOf(site)),
    openedTime: timeOfDay(openedAt, zoneOf(site)).slice(0, 5),
  }
}
