import { Gauge } from 'prom-client'
import type { Database } from '#platform/database'
import { countPending } from '#platform/events'
import { newMetrics, type Metrics } from '#platform/health'
import { readLinks, type LinkState } from '#platform/replication'
import type { Site } from '#values'
import { partnerGauges } from './partner-metrics.ts'

/** What an operator's monitoring asks each process: how the links stand and whether reactions keep up. Looked up at each scrape. */
export function siteMetrics(db: Database, site: Site): Metrics {
  const registry = newMetrics(site)
  const registers = [registry]
  const setLinks = linkGauges(registers)
  const pending = new Gauge({ name: 'juxta_reactions_pending', help: 'History entries whose reactions are still to run', registers })
  const setPartners = site === 'centre' ? partnerGauges(registers) : undefined
  return {
    contentType: registry.contentType,
    read: async () => {
      setLinks(await readLinks(db, site))
      pending.set(await countPending(db))
      await setPartners?.(db)
      return registry.metrics()
    },
  }
}

function linkGauges(registers: NonNullable<ConstructorParameters<typeof Gauge>[0]['registers']>): (links: readonly LinkState[]) => void {
  const joined = new Gauge({ name: 'juxta_link_joined', help: '1 while heartbeats of the peer arrive and nothing is missing', labelNames: ['peer'], registers })
  const silent = new Gauge({ name: 'juxta_link_silent_seconds', help: 'Since the last heartbeat of the peer arrived', labelNames: ['peer', 'stream'], registers })
  const waiting = new Gauge({ name: 'juxta_link_waiting_bytes', help: 'Written here and not yet taken by the peer', labelNames: ['peer', 'stream'], registers })
  return (links) => {
    for (const { peer, condition, streams } of links) {
      joined.set({ peer }, condition === 'joined' || condition === 'catching-up' ? 1 : 0)
      for (const { stream, silentSeconds, waitingBytes } of streams) {
        if (silentSeconds !== undefined) silent.set({ peer, stream }, silentSeconds)
        if (waitingBytes !== undefined) waiting.set({ peer, stream }, waitingBytes)
      }
    }
  }
}
