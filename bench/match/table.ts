import { machine } from '../kit/machine.ts'
import { aligned } from '../kit/table.ts'
import { contenders } from './contenders.ts'
import { costMax } from './contender.ts'
import type { Measured, Spread } from './measure.ts'

/** One contender at one size, or why it was not measured there. */
export interface Outcome {
  readonly contender: string
  readonly plates: number
  readonly measured: Measured | undefined
  readonly reason: string
}

/** The issue's bars, in reads a second with verification. */
const bars: Readonly<Record<number, number>> = { 10_000: 2_000_000, 1_000_000: 1_000_000, 10_000_000: 250_000 }

const head = ['contender', 'reads/s of a core', 'least', 'most', 'reads/s by the clock', 'juxta is', 'found', 'wrong', 'build s', 'MB', 'add and find us']

export function tableOf(outcomes: readonly Outcome[]): string {
  const sizes = [...new Set(outcomes.map(({ plates }) => plates))]
  const parts = sizes.map((plates) => partOf(plates, outcomes.filter((each) => each.plates === plates)))
  const settings = contenders.map((each) => `${each.name}: ${each.settings}`).join('\n')
  return `${parts.join('\n\n')}\n\n${meaning}\n${settings}\n\n${machine()}\n`
}

const meaning = `Medians of five rounds after a warm-up, each contender in a process of its own. "Of a core" counts processor time, the contender's and its server's,
so that what else the machine does weighs less; "by the clock" does not. Plates of eleven series and several countries, 12% of reads misread, 2% of listed
vehicles. Everybody's candidates are held against the read by the same function (cost at most ${costMax}); found and wrong compare the plates
found for the same reads with brute force; whoever is slow is asked fewer.
`

function partOf(plates: number, outcomes: readonly Outcome[]): string {
  const everything = outcomes.find(({ measured }) => measured?.contender === contenders[0]?.name)?.measured
  const own = outcomes.find(({ contender }) => contender === 'juxta')?.measured
  const rows = outcomes.map(({ contender, measured, reason }) => (measured === undefined ? [contender, reason] : rowOf(measured, everything, own)))
  const bar = bars[plates]
  return `${figure(plates)} plates${bar === undefined ? '' : `, to be at least ${figure(bar)} reads/s`}\n${aligned(head, rows, 1)}`
}

function rowOf(measured: Measured, everything: Measured | undefined, own: Measured | undefined): readonly string[] {
  const { contender, readsPerCoreSecond, readsPerSecond, buildMs, memoryBytes, addAndFindUs } = measured
  const compared = comparison(measured.answers, everything?.answers)
  return [
    contender, ...threeOf(readsPerCoreSecond), figure(readsPerSecond.median),
    own === undefined || own.contender === contender ? '' : `${figure(own.readsPerCoreSecond.median / readsPerCoreSecond.median)}x`,
    ...(compared === undefined ? ['', ''] : [`${compared.right} of ${compared.right + compared.missed}`, String(compared.wrong)]),
    (buildMs / 1000).toFixed(buildMs < 1000 ? 3 : 1), figure(memoryBytes / 1e6), figure(addAndFindUs.median),
  ]
}

type Answers = readonly (readonly string[])[] | undefined

/** Plates found that brute force finds too, that it finds alone, and that it does not find; over the reads that both have answered. */
export function comparison(own: Answers, everything: Answers): { readonly right: number; readonly missed: number; readonly wrong: number } | undefined {
  if (own === undefined || everything === undefined) return undefined
  let right = 0
  let missed = 0
  let wrong = 0
  for (const [at, all] of everything.entries()) {
    if (own[at] === undefined) break
    const mine = new Set(own[at])
    right += all.filter((plate) => mine.has(plate)).length
    missed += all.filter((plate) => !mine.has(plate)).length
    wrong += [...mine].filter((plate) => !all.includes(plate)).length
  }
  return { right, missed, wrong }
}

function threeOf({ median, least, most }: Spread): readonly string[] {
  return [median, least, most].map(figure)
}

function figure(number: number): string {
  return number.toLocaleString('en-GB', { maximumSignificantDigits: 3 })
}
