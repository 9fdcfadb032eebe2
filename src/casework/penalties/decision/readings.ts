import { assess, type Alternative, type Assessment, type ChosenSettings } from '#law'
import type { Pence } from '#values'
import { codeFigure } from '../assessment/answer-for.ts'
import type { ChosenReading, Penalty, Snapshot } from '../penalty/penalty.ts'

/** The unsettled points on which this person's amount would be another: each has to be read by somebody. */
export function pointsToRead(penalty: Pick<Penalty, 'proposal' | 'partyId' | 'capacity'>): readonly Alternative[] {
  const { answer } = penalty.proposal.snapshot
  const asComputed = codeFigure(answer, penalty)
  return answer.alternatives.filter(({ persons }) => {
    const own = persons.find(({ id, capacity }) => id === penalty.partyId && capacity === penalty.capacity)
    return own?.totalPence !== asComputed
  })
}

/** The first point left unread, or read in a way that is neither of its two readings. */
export function pointNotRead(points: readonly Alternative[], readings: readonly ChosenReading[]): Alternative | undefined {
  return points.find(({ point, chosen, other }) => !readings.some((one) => one.point === point && [chosen, other].includes(one.reading)))
}

/** The law asked again under the readings that were chosen. */
export function readAs({ input, answer }: Snapshot, readings: readonly ChosenReading[]): Assessment {
  const changed = answer.alternatives.filter(({ point, other }) => readings.some((one) => one.point === point && one.reading === other))
  if (changed.length === 0) return answer
  const settings: ChosenSettings = { ...input.settings, ...Object.fromEntries(changed.map(({ setting, other }) => [setting, other])) }
  return assess({ ...input, settings })
}

/** The code figure for this person under the readings that were chosen. */
export function codeFigureAsRead(penalty: Pick<Penalty, 'proposal' | 'partyId' | 'capacity'>, readings: readonly ChosenReading[]): Pence | null {
  return codeFigure(readAs(penalty.proposal.snapshot, readings), penalty)
}
