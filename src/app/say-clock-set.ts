import type { Conditions } from '#platform/health'
import type { Log } from '#platform/log'
import { clockSetShownMs } from './limits.ts'

let ending: NodeJS.Timeout | undefined

/** Says on the boards for an hour that this machine's clock was set, from the last time that it was. */
export function sayClockSet(bySeconds: number, { log, conditions }: { log: Pick<Log, 'warn'>; conditions: Conditions }): void {
  log.warn({ bySeconds }, 'the clock of this machine was set')
  conditions.say('clock-stepped', true)
  clearTimeout(ending)
  ending = setTimeout(() => conditions.say('clock-stepped', false), clockSetShownMs)
  ending.unref()
}
