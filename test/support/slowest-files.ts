import { relative } from 'node:path'
import type { run } from 'node:test'

/** As many as are worth a look when the suite grows slow. */
const most = 8

/** Notes how long each file took from its start to its end; answers the slowest in words. */
export function slowestFiles(events: ReturnType<typeof run>): () => string {
  const tookMs = new Map<string, number>()
  events.on('test:complete', ({ name, file, nesting, details }) => {
    const path = relative(process.cwd(), file ?? name)
    if (nesting === 0 && relative(process.cwd(), name) === path) tookMs.set(path, details.duration_ms)
  })
  return () => {
    const slowest = [...tookMs].sort(([, one], [, other]) => other - one).slice(0, most)
    return `Slowest files\n${slowest.map(([path, ms]) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${path}\n`).join('')}`
  }
}
