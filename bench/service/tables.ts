import { aligned } from '../kit/table.ts'
import type { Latency } from '../intake/latency.ts'
import type { Run } from '../intake/load.ts'
import type { PortLoad } from './port-load.ts'

export function portTable({ runs, memory }: PortLoad): string {
  const head = ['side', 'reads/s', 'kept', 'sustained/s', 'answer ms', 'board ms', 'hit on the lane board ms', 'hits', 'processor us a read: program', 'database', 'cameras']
  const rows = runs.map(({ side, ratePerSecond, sent, acknowledged, sustainedPerSecond, toAnswer, toBoard, toHit, hitsExpected, processorMicrosPerRead: { program, database, cameras } }) =>
    [side, ratePerSecond, `${acknowledged}/${sent}`, sustainedPerSecond, three(toAnswer), three(toBoard), toHit === undefined ? '-' : three(toHit), toHit === undefined ? '-' : `${toHit.count}/${hitsExpected}`, program, database, cameras])
  const ratios = juxtaAgainst(runs).map(({ ratePerSecond, peer, sustained, answerMedian, answerP99, boardMedian, boardP99, processor }) =>
    `${ratePerSecond} reads/s, ${peer} over juxta: sustained ${sustained}, answer median ${answerMedian}, p99 ${answerP99}; board median ${boardMedian}, p99 ${boardP99}; processor time ${processor}`)
  return `${aligned(head, rows)}\n\n${ratios.join('\n')}\n\nMemory of Juxta after that: program ${memory.programMiB} MiB, at most ${memory.programMostMiB}; database ${memory.databaseMiB} MiB\n`
}

/** Peer over Juxta, for what is better small above 1 means that Juxta is; for the sustained rate below 1. */
export function juxtaAgainst(runs: readonly Run[]) {
  return runs.filter(({ side }) => side !== 'juxta').flatMap((peer) => {
    const juxta = runs.find((run) => run.side === 'juxta' && run.ratePerSecond === peer.ratePerSecond)
    if (juxta === undefined) return []
    return [{
      ratePerSecond: peer.ratePerSecond, peer: peer.side,
      sustained: over(juxta.sustainedPerSecond, peer.sustainedPerSecond),
      answerMedian: over(juxta.toAnswer.medianMs, peer.toAnswer.medianMs), answerP99: over(juxta.toAnswer.p99Ms, peer.toAnswer.p99Ms),
      boardMedian: over(juxta.toBoard.medianMs, peer.toBoard.medianMs), boardP99: over(juxta.toBoard.p99Ms, peer.toBoard.p99Ms),
      processor: over(processorOf(juxta), processorOf(peer)),
    }]
  })
}

function processorOf({ processorMicrosPerRead: { program, database } }: Run): number {
  return program + database
}

/** Median, p99 and p99.9, which at the lower rates rests on a handful of messages. */
function three({ medianMs, p99Ms, p999Ms }: Latency): string {
  return `${medianMs} / ${p99Ms} / ${p999Ms}`
}

function over(mine: number, theirs: number): number {
  return Math.round((theirs / mine) * 100) / 100
}
