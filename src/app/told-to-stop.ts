/** How often to look whether npm, which passes no word of its own death on, is still there. */
const parentPollMs = 500

/**
 * Resolves when this process is asked to end: by Ctrl-C, by SIGTERM or SIGHUP, or by the end of the process that started it.
 * Asking again changes nothing, because Ctrl-C under npm arrives twice.
 */
export function toldToStop(): Promise<undefined> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(undefined)
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
    process.on('disconnect', stop)
    // It may have ended while this program was being loaded.
    if (process.connected === false) stop()
    if (process.env['npm_lifecycle_event'] !== undefined) whenOrphaned(stop)
  })
}

function whenOrphaned(stop: () => void): void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    stop()
  }, parentPollMs)
  timer.unref()
}
