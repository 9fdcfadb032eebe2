import { Gauge } from 'prom-client'
import type { Database } from '#platform/database'
import { countPending } from '#platform/events'
import { newMetrics, type Metrics } from '#platform/health'
import { alarmSentence, alarmTitles, readLinks, repairCommand, standingAlarms, type LinkEvent, type LinkState } from '#platform/replication'
import { siteName, type Site } from '#values'
import { partnerGauges } from './partner-metrics.ts'

/** What an operator's monitoring asks each process: how the links stand and whether reactions keep up. Looked up at each scrape. */
export function siteMetrics(db: Database, site: Site): Metrics {
  const registry = newMetrics(site)
  const registers = [registry]
  const setLinks = linkGauges(registers)
  const setAlarms = alarmGauge(registers)
  const pending = new Gauge({ name: 'juxta_reactions_pending', help: 'History entries whose reactions are still to run', registers })
  const setPartners = site === 'centre' ? partnerGauges(registers) : undefined
  return {
    contentType: registry.contentType,
    read: async () => {
      setLinks(await readLinks(db, site))
      setAlarms(await standingAlarms(db))
      pending.set(await countPending(db))
      await setPartners?.(db)
      return registry.metrics()
    },
  }
}

type Registers = NonNullable<ConstructorParameters<typeof Gauge>[0]['registers']>

function linkGauges(registers: Registers): (links: readonly LinkState[]) => void {
  const joined = new Gauge({ name: 'juxta_link_joined', help: '1 while heartbeats of the peer arrive and nothing is missing', labelNames: ['peer'], registers })
  const silent = new Gauge({ name: 'juxta_link_silent_seconds', help: 'Since the last heartbeat of the peer arrived', labelNames: ['peer', 'stream'], registers })
  const waiting = new Gauge({ name: 'juxta_link_waiting_bytes', help: 'Written here and not yet taken by the peer', labelNames: ['peer', 'stream'], registers })
  const proven = new Gauge({ name: 'juxta_link_proven_page', help: 'Every page of the peer up to this one is here and holds', labelNames: ['peer', 'stream'], registers })
  const written = new Gauge({ name: 'juxta_link_written_page', help: 'The last page that the peer says it has written', labelNames: ['peer', 'stream'], registers })
  return (links) => {
    for (const { peer, condition, streams } of links) {
      joined.set({ peer }, condition === 'joined' || condition === 'catching-up' ? 1 : 0)
      for (const { stream, silentSeconds, waitingBytes, proof } of streams) {
        if (silentSeconds !== undefined) silent.set({ peer, stream }, silentSeconds)
        if (waitingBytes !== undefined) waiting.set({ peer, stream }, waitingBytes)
        if (proof === undefined) continue
        proven.set({ peer, stream }, proof.provenTo)
        written.set({ peer, stream }, proof.writtenTo)
      }
    }
  }
}

function alarmGauge(registers: Registers): (alarms: readonly LinkEvent[]) => void {
  const standing = new Gauge({ name: 'juxta_link_alarm', help: '1 while this alarm of a link stands', labelNames: ['peer', 'stream', 'alarm'], registers })
  return (alarms) => {
    standing.reset()
    for (const { peer, lane = '', name } of alarms) standing.set({ peer, stream: lane, alarm: name }, 1)
  }
}

/** The standing alarms of this site's links in sentences, each with its repair. */
export async function linkAlarms(db: Database, site: Site): Promise<readonly string[]> {
  return (await standingAlarms(db)).map((alarm) => `${siteName(alarm.peer)}: ${alarmTitles[alarm.name].en}. ${alarmSentence(alarm).en} ${repairCommand(alarm, site)}`)
}
