import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { OutgoingRefused } from '#platform/outgoing'
import { Unintelligible } from '#platform/wire-formats'
import { LineFault } from './line-fault.ts'
import type { Line, LineReason, LineState } from './line.ts'
import { waitBeforeMs } from './wait-before.ts'

/** One connection, from the first byte to the last; `up` is called once it stands. Ends when the other side ends it, or in a fault. */
export type Attempt = (signal: AbortSignal, up: () => void) => Promise<void>

/** Keeps a connection up: whatever ends it, it is tried again after a growing wait. */
export function keepTrying(attempt: Attempt, told: (state: LineState) => void): Line {
  const closing = new AbortController()
  let tries = 0

  const once = async (): Promise<Error> => {
    const ending = new AbortController()
    const end = (): void => ending.abort()
    closing.signal.addEventListener('abort', end, { once: true })
    try {
      await attempt(ending.signal, () => {
        tries = 0
        told({ state: 'up', reason: null, detail: null, tries: 0 })
      })
      return new LineFault('ended', 'the camera ended the connection')
    } catch (fault) {
      return fault instanceof Error ? fault : new Error(String(fault))
    } finally {
      closing.signal.removeEventListener('abort', end)
      end()
    }
  }
  const run = async (): Promise<void> => {
    told({ state: 'trying', reason: null, detail: null, tries })
    while (!closing.signal.aborted) {
      const fault = await once()
      if (closing.signal.aborted) return
      tries += 1
      const reason = reasonOf(fault)
      told({ state: 'down', reason, detail: fault.message.slice(0, 300), tries })
      await pause(waitBeforeMs(tries, reason, randomInt(1000) / 1000), undefined, { signal: closing.signal }).catch(() => undefined)
    }
  }
  const running = run()
  return {
    close: async () => {
      closing.abort()
      await running
    },
  }
}

function reasonOf(fault: Error): LineReason {
  if (fault instanceof LineFault || fault instanceof OutgoingRefused) return fault.reason
  return fault instanceof Unintelligible ? 'broken-stream' : 'fault'
}
