import { readingsOf, unsettledPoints, type UnsettledPoint } from '../judgements/unsettled-points.ts'
import { say, startingLarge, type Words } from '../words.ts'
import { amountsUnder, type Amounts } from './amounts.ts'
import { readWith, type Facts } from './facts.ts'
import type { Alternative, Regime, Settings } from '../assessment.ts'

/** Each unsettled point read the other way, where that would change what anyone pays. */
export function otherReadings(facts: Facts, regime: Regime, chosen: Amounts): readonly Alternative[] {
  return unsettledPoints.flatMap((point) => {
    if (point.setting === undefined) return []
    const alternative = readTheOtherWay(point, point.setting, { facts, regime })
    return sameAmounts(alternative, chosen) ? [] : [alternative]
  })
}

function readTheOtherWay(point: UnsettledPoint, setting: keyof Settings, { facts, regime }: { readonly facts: Facts; readonly regime: Regime }): Alternative {
  const chosen = facts.settings[setting]
  const other = otherOf(setting, facts.settings)
  const amounts = amountsUnder(readWith(facts, { [setting]: other }), regime)
  const words = wordsOf(point, other)
  return {
    point: point.id,
    setting,
    chosen,
    other,
    text: words.en,
    textFr: words.fr,
    persons: amounts.persons.map(({ id, capacity, totalPence, cappedTotalPence }) => ({ id, capacity, totalPence: cappedTotalPence ?? totalPence })),
    aggregatePence: amounts.cappedAggregatePence ?? amounts.aggregatePence,
  }
}

function otherOf<Name extends keyof Settings>(setting: Name, settings: Settings): Settings[Name] {
  const [usual, other] = readingsOf[setting]
  return settings[setting] === usual ? other : usual
}

function wordsOf({ question, chosen, other }: UnsettledPoint, reading: string): Words {
  const isOther = other.en.startsWith(`${reading}:`)
  const read = startingLarge(withoutName(isOther ? other : chosen))
  return say(`${question.en} ${read.en}.`, `${question.fr} ${read.fr}.`)
}

/** The name of a reading is for machines; a person reads what it means. */
function withoutName({ en, fr }: Words): Words {
  const name = /^[A-Z0-9_]+ ?: /
  return say(en.replace(name, ''), fr.replace(name, ''))
}

function sameAmounts(alternative: Alternative, chosen: Amounts): boolean {
  return chosen.persons.every(({ totalPence, cappedTotalPence }, place) => alternative.persons[place]?.totalPence === (cappedTotalPence ?? totalPence))
}
