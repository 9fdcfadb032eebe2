import type { Site } from '#values'
import { streams, type ReplicatedTable, type Stream } from './replicated-table.ts'

export const hub: Site = 'centre'

/** A table as one site sends it to another: which of its rows. */
export interface PublishedTable {
  readonly table: string
  /** Absent where every row goes. */
  readonly filter?: string
}

/** What one site sends to another on one stream. The name is the publication's, the slot's and the subscription's. */
export interface Publication {
  readonly name: string
  readonly from: Site
  readonly to: Site
  readonly stream: Stream
  readonly tables: readonly PublishedTable[]
}

export function publicationName(from: Site, to: Site, stream: Stream): string {
  return `juxta_${from}_to_${to}_${stream}`
}

/** Everything that `from` sends to `to`. Sites meet only at the centre: two ports have nothing to say to each other directly. */
export function publicationsBetween(from: Site, to: Site, tables: readonly ReplicatedTable[]): readonly Publication[] {
  if (from === to || (from !== hub && to !== hub)) return []
  return streams.map((stream) => ({
    name: publicationName(from, to, stream),
    from, to, stream,
    tables: [...ofTheKit(from, to, stream), ...tables.filter((table) => table.stream === stream).flatMap((table) => sent(table, from, to))],
  }))
}

/**
 * A row never comes back to its site: a port sends what it wrote itself, and the centre sends each port what others wrote.
 * The centre's own tables have no filter, because no port may write them.
 */
function sent({ table, ownedBy, seenByOtherPorts }: ReplicatedTable, from: Site, to: Site): readonly PublishedTable[] {
  if (ownedBy === 'centre') return from === hub ? [{ table }] : []
  if (from !== hub) return [{ table, filter: `site = '${from}'` }]
  return seenByOtherPorts ? [{ table, filter: `site <> '${to}'` }] : []
}

/** Each lane carries heartbeats and proofs of its own: one lane can stop while another goes on, and no order holds between them. */
function ofTheKit(from: Site, to: Site, stream: Stream): readonly PublishedTable[] {
  const whose = from === hub ? `site <> '${to}'` : `site = '${from}'`
  return [
    { table: 'platform.heartbeat', filter: `${whose} and stream = '${stream}'` },
    { table: 'platform.proof_touch', filter: `${whose} and lane = '${stream}'` },
    { table: 'platform.proof_page', filter: `${whose} and lane = '${stream}'` },
  ]
}
