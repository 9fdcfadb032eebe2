import type pg from 'pg'
import type { Site } from '#values'
import { lostCopies, type LostCopy } from './first-copy.store.ts'
import { columnsPublished, lostSlots, ownColumns, readPlace, restoredFrom } from './look-at-peer.store.ts'
import type { Publication } from './publications.ts'
import type { Stream } from './replicated-table.ts'

/** What is seen when one looks at the other end, over the link itself. */
export interface PeerLook {
  /** Places in its log that are kept for us no more. */
  readonly lostSlots: readonly string[]
  /** First copies of tables that wait for a place in its log that is kept no more. */
  readonly lostCopies: readonly LostCopy[]
  /** Columns that it sends and that this site does not have. */
  readonly missingColumns: readonly MissingColumn[]
  /** Why its database, or ours, is not the one that was joined; absent where it is. */
  readonly restored?: string
}

export interface MissingColumn {
  readonly lane: Stream
  readonly table: string
  readonly column: string
}

export interface Looking {
  readonly own: pg.ClientBase
  readonly peer: pg.ClientBase
  readonly of: Site
  readonly publications: readonly Publication[]
}

export async function lookAtPeer({ own, peer, of, publications }: Looking): Promise<PeerLook> {
  const names = publications.map(({ name }) => name)
  const restored = await restoredFrom(own, of, await readPlace(peer))
  return {
    lostSlots: await lostSlots(peer, names),
    lostCopies: await lostCopies(own, peer, publications),
    missingColumns: await missingColumns(own, peer, publications),
    ...(restored === undefined ? {} : { restored }),
  }
}

async function missingColumns(own: pg.ClientBase, peer: pg.ClientBase, publications: readonly Publication[]): Promise<readonly MissingColumn[]> {
  const here = await ownColumns(own)
  const sent = await columnsPublished(peer, publications.map(({ name }) => name))
  return sent.flatMap(({ name, table, columns }) => {
    const lane = publications.find((publication) => publication.name === name)?.stream
    const known = here.get(table)
    return lane === undefined ? [] : columns.filter((column) => known?.has(column) !== true).map((column) => ({ lane, table, column }))
  })
}
