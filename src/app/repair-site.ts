import { alarmNames, peersOf, readRangeKeys, repairLink, standingAlarms, type Alarm, type AlarmName, type Repair } from '#platform/replication'
import { CannotStart } from '#platform/config'
import { connect, migrate, migrationsIn } from '#platform/database'
import type { Site } from '#values'
import { replicatedTables } from './replicated-tables.ts'

/** Which alarms of a site to repair: those named, or else all that stand. */
export interface SiteRepair extends Pick<Repair, 'certificate'> {
  readonly url: string
  readonly here: Site
  readonly from?: Site
  readonly alarm?: AlarmName
  readonly byName: string
}

/** Repairs a site's links and answers in sentences what was done. */
export async function repairSite(wanted: SiteRepair): Promise<readonly string[]> {
  const { db, close } = connect(wanted.url)
  try {
    const keys = await readRangeKeys(db, replicatedTables.map(({ table }) => table))
    const said: string[] = []
    for (const { name, peer, lane } of await chosen(wanted, await standingAlarms(db))) {
      said.push(...await repairLink({
        url: wanted.url, here: wanted.here, from: peer, alarm: name, tables: replicatedTables, keys, byName: wanted.byName,
        migrate: async () => migrate(wanted.url, await migrationsIn()),
        ...(lane === undefined ? {} : { lane }),
        ...(wanted.certificate === undefined ? {} : { certificate: wanted.certificate }),
      }))
    }
    return said
  } finally {
    await close()
  }
}

/** The alarms that a repair is about; one that is asked for by name is repaired whether it stands or not. */
export async function chosen({ here, from, alarm }: Pick<SiteRepair, 'here' | 'from' | 'alarm'>, standing: readonly Alarm[]): Promise<readonly Pick<Alarm, 'name' | 'peer' | 'lane'>[]> {
  const meant = standing.filter(({ name, peer, repairAt }) => (alarm === undefined ? repairAt === here : name === alarm) && (from === undefined || peer === from))
  if (meant.length > 0 || alarm === undefined) return meant
  return peersOf(here).filter((peer) => from === undefined || peer === from).map((peer) => ({ name: alarm, peer }))
}

export function alarmNamed(text: string | undefined): AlarmName | undefined {
  if (text === undefined) return undefined
  const found = alarmNames.find((name) => name === text)
  if (found === undefined) throw new CannotStart(`There is no alarm "${text}": name one of ${alarmNames.join(', ')}.`)
  return found
}
