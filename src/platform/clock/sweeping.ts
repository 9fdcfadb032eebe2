/** Work that is done again and again, and sooner when something has happened. */
export interface Sweeping {
  soon(): void
  /** Begins nothing more, and waits for what is under way. */
  close(): Promise<void>
}

/** One sweep at a time: a wish that comes during a sweep is granted by one more afterwards. A sweep that fails is told and tried again. */
export function sweeping(sweep: () => Promise<void>, everyMs: number, onFault: (fault: unknown) => void): Sweeping {
  let running: Promise<void> | undefined
  let again = false
  let closed = false

  const run = async (): Promise<void> => {
    do {
      again = false
      await sweep().catch(onFault)
    } while (again)
    running = undefined
  }
  const soon = (): void => {
    if (closed) return
    again = true
    running ??= run()
  }
  const timer = setInterval(soon, everyMs)
  return {
    soon,
    close: async () => {
      closed = true
      again = false
      clearInterval(timer)
      await running
    },
  }
}
