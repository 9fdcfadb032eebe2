/** What one kind of question took. */
export interface Timing {
  readonly what: string
  readonly asked: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly mostMs: number
}

export async function timings(what: string, questions: readonly (() => Promise<number>)[]): Promise<Timing> {
  const spent: number[] = []
  for (const ask of questions) spent.push(await ask())
  return timingOf(what, spent)
}

export function timingOf(what: string, spentMs: readonly number[]): Timing {
  const sorted = spentMs.toSorted((one, other) => one - other)
  const at = (share: number): number => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) / 10
  return { what, asked: sorted.length, medianMs: at(0.5), p95Ms: at(0.95), mostMs: at(1) }
}

export function timingTable(rows: readonly Timing[]): string {
  const cells = [['what', 'asked', 'median ms', 'p95 ms', 'most ms'], ...rows.map(({ what, asked, medianMs, p95Ms, mostMs }) => [what, asked, medianMs, p95Ms, mostMs].map(String))]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return `${cells.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n')}\n`
}
