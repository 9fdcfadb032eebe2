import type { Latency } from '../intake/latency.ts'
import { aligned } from '../kit/table.ts'
import type { CatchUp } from './catch-up.ts'
import type { News } from './news-between-sites.ts'
import type { Lag } from './replication-lag.ts'

export function newsTable({ listToPort, hitToCentre, searchToOtherBoard, neverArrived }: News): string {
  return `${aligned(['between sites', 'times', 'median / p99 / most ms'], [
    ['entry saved at the centre, to its hit at a port that sees the vehicle', listToPort.count, spread(listToPort)],
    ['hit at Calais, to the centre', hitToCentre.count, spread(hitToCentre)],
    ['search saved at Calais, to the card on the lane board at Dunkerque', searchToOtherBoard.count, spread(searchToOtherBoard)],
  ])}\nnever arrived: ${neverArrived}\n`
}

export function lagTable(lags: readonly Lag[]): string {
  return `${aligned(['reads/s at Calais', 'reads', 'watched', 'stored at Calais, to the centre: median / p99 / most ms', 'never arrived'],
    lags.map(({ ratePerSecond, reads, readToCentre, neverArrived }) => [ratePerSecond, reads, readToCentre.count, spread(readToCentre), neverArrived]))}\n`
}

export function catchUpTable({ backlogReads, centreSeconds, otherPortSeconds, liveBefore, liveMeanwhile }: CatchUp): string {
  const seconds = (taken: number | undefined): string => (taken === undefined ? 'not in the time given' : `${taken} s`)
  return `A line cut for a day, ${backlogReads} reads behind it, healed: the centre has all reads after ${seconds(centreSeconds)}, Dunkerque all crossings after ${seconds(otherPortSeconds)}
${aligned(['a listed vehicle seen at Calais', 'times', 'hit told there: median / p99 / most ms', 'and at the centre'], [
    ['before the cut', liveBefore.hitAtPort.count, spread(liveBefore.hitAtPort), spread(liveBefore.hitAtCentre)],
    ['while the backlog flows', liveMeanwhile.hitAtPort.count, spread(liveMeanwhile.hitAtPort), spread(liveMeanwhile.hitAtCentre)],
  ])}\n`
}

function spread({ medianMs, p99Ms, mostMs }: Latency): string {
  return `${medianMs} / ${p99Ms} / ${mostMs}`
}
