/** What a sample of delays says, in milliseconds. */
export interface Latency {
  readonly count: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly p999Ms: number
  readonly mostMs: number
}

export function latencyOf(delaysMs: readonly number[]): Latency {
  const sorted = Float64Array.from(delaysMs).sort()
  const at = (share: number): number => round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN)
  return { count: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), p999Ms: at(0.999), mostMs: at(1) }
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100
}
