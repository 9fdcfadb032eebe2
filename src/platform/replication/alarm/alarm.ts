import type { Instant, Site } from '#values'
import type { Stream } from '../replicated-table.ts'

/** Everything that can be wrong with a link, each with a repair of its own (`juxta link repair --alarm NAME`). */
export const alarmNames = [
  'restored', 'lost-slot', 'lost-copy', 'clashing-row', 'missing-column', 'apply-stopped', 'rows-differ', 'numbers-missing',
  'slot-lag', 'stale-lists', 'clock-offset', 'certificate-expiring', 'cut',
] as const

export type AlarmName = (typeof alarmNames)[number]

export interface Alarm {
  readonly name: AlarmName
  readonly peer: Site
  /** Absent where the whole link is meant. */
  readonly lane?: Stream
  /** At which of its two ends the repair is to be run. */
  readonly repairAt: Site
  readonly about: Readonly<Record<string, string | number>>
}

/** An alarm that stands, or has stood. */
export interface LinkEvent extends Alarm {
  readonly id: number
  readonly beganAt: Instant
  readonly endedAt: Instant | null
}

/** What to run at the site that `repairAt` names; a certificate that is to be known there is said with it. */
export function repairCommand({ name, peer, repairAt, about }: Pick<Alarm, 'name' | 'peer' | 'repairAt' | 'about'>, here: Site): string {
  const other = repairAt === here ? peer : here
  const certificate = about['certificate'] === undefined ? '' : ` --certificate ${about['certificate']}`
  return `juxta link repair --site ${repairAt} --from ${other} --alarm ${name}${certificate}`
}
