import { Gauge, type Registry } from 'prom-client'
import { alarmCodes, partnerStandings } from '#border/release'
import { systemClock } from '#platform/clock'
import type { Database } from '#platform/database'

/** How the telling of partners goes, for whoever watches the centre. Partners are named by their id, which says nothing to a stranger. */
export function partnerGauges(registers: Registry[]): (db: Database) => Promise<void> {
  const gauge = (name: string, help: string, ...labels: readonly string[]) => new Gauge({ name: `juxta_release_${name}`, help, labelNames: ['partner', ...labels], registers })
  const waiting = gauge('waiting', 'Records waiting to be judged for the partner')
  const oldest = gauge('oldest_seconds', 'How long the oldest of them has waited')
  const open = gauge('withdrawals_open', 'Records asked back without an answer yet')
  const alarms = gauge('alarms', '1 where a person has to look', 'alarm')
  return async (db) => {
    for (const { partner: { id: partner }, counts, alarms: given, ...standing } of await partnerStandings(db, systemClock.today())) {
      waiting.set({ partner }, standing.waiting)
      oldest.set({ partner }, standing.oldestSeconds)
      open.set({ partner }, (counts.withdrawing ?? 0) + (counts.awaiting ?? 0))
      for (const alarm of alarmCodes) alarms.set({ partner, alarm }, given.includes(alarm) ? 1 : 0)
    }
  }
}
