import { availableParallelism, cpus, loadavg } from 'node:os'

/** What stands under every table: two runs compare only as far as this is alike. */
export function machine(): string {
  return `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load average ${loadavg().map((load) => load.toFixed(1)).join(' ')}, Node ${process.version}`
}
