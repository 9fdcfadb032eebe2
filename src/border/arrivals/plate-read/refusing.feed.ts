import { refusedRecentlyMs } from './limits.ts'

/** Counts messages that cameras were told to keep, and says for as long as it goes on, and a little longer, that it does. */
export interface Refusing {
  readonly count: number
  note(): void
  close(): void
}

export function refusing(say: (refusing: boolean) => void): Refusing {
  let count = 0
  let timer: NodeJS.Timeout | undefined
  return {
    get count() {
      return count
    },
    note: () => {
      count += 1
      if (timer === undefined) say(true)
      clearTimeout(timer)
      timer = setTimeout(() => {
        timer = undefined
        say(false)
      }, refusedRecentlyMs)
      timer.unref()
    },
    close: () => clearTimeout(timer),
  }
}
