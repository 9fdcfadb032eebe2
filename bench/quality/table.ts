import { machine } from '../kit/machine.ts'
import { aligned } from '../kit/table.ts'
import type { Result, Sizes } from './measure.ts'

interface Made {
  readonly sizes: Sizes
  readonly listedPlates: number
  readonly correctionsLearned: number
  readonly seed: number
}

/** One line for each policy, number of reads and wanted rate. */
export function tableOf(results: readonly Result[], { sizes, listedPlates, correctionsLearned, seed }: Made): string {
  const head = ['cameras', 'policy', 'reads', 'wanted/million', 'false/million (95%)', 'recall %', '95%', 'cost below']
  const rows = results.map(({ cameras, policy, reads, wanted, falseAlerts, falseInterval: [low, high], recall, recallInterval, costMax }) => [
    cameras, policy, String(reads), String(wanted),
    `${round((falseAlerts * 1e6) / sizes.innocent)} (${round(low)}-${round(high)})`,
    percent(recall), recallInterval.map(percent).join('-'), costMax === undefined ? (wanted === 'as it is' ? '' : 'any') : costMax.toFixed(1),
  ])
  return `${aligned(head, rows, 2)}\n
${listedPlates} listed plates; ${sizes.innocent} innocent and ${sizes.listed} listed passages for each kind of camera, the same for every policy; seed ${seed}.
Matrix learned from ${correctionsLearned} plates whose truth is known. Confidences are drawn by an assumption (bench/quality/passages.ts).
"cost below" is the setting at which the wanted rate is met. Reads are grouped into passages without error.
${machine()}
`
}

function percent(share: number): string {
  return (share * 100).toFixed(2)
}

function round(perMillion: number): string {
  return perMillion < 100 ? perMillion.toFixed(1) : perMillion.toFixed(0)
}
