import { setTimeout as pause } from 'node:timers/promises'

/** Waits until the answer is yes, and fails with what was awaited when it stays no. */
export async function until(what: string, isSo: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const deadline = performance.now() + withinMs
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Not within ${withinMs / 1000} s: ${what}`)
    await pause(50)
  }
}
