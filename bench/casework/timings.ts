import { familyOf, processorSeconds } from '../intake/processor-time.ts'
import { aligned } from '../kit/table.ts'

/** What one kind of question took. */
export interface Timing {
  readonly what: string
  /** Processor time of the program and all of PostgreSQL for each, by the kernel’s count: the same on a machine that does other things. */
  readonly processorMs: number
  readonly asked: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly mostMs: number
}

export async function timings(what: string, questions: readonly (() => Promise<number>)[]): Promise<Timing> {
  const spentMs: number[] = []
  const before = await used()
  for (const ask of questions) spentMs.push(await ask())
  const processorMs = Math.round(((await used()) - before) * 10_000 / questions.length) / 10
  const sorted = spentMs.toSorted((one, other) => one - other)
  const at = (share: number): number => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10
  return { what, processorMs, asked: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), mostMs: at(1) }
}

/** Seconds of processor time so far, of this program and of what it started. */
export async function used(): Promise<number> {
  return processorSeconds(await familyOf(process.pid))
}

export function timingTable(rows: readonly Timing[]): string {
  const head = ['what', 'asked', 'median ms', 'p95 ms', 'most ms', 'processor ms each']
  return `${aligned(head, rows.map(({ what, asked, medianMs, p95Ms, mostMs, processorMs }) => [what, asked, medianMs, p95Ms, mostMs, processorMs]), 1)}\n`
}
