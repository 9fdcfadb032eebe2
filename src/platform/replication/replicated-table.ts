/**
 * The lanes of a link, best first. Alerts and lists travel apart, so that nothing can hold them up; pictures come last, and
 * nothing waits for them.
 */
export const streams = ['alerts', 'rest', 'images'] as const

export type Stream = (typeof streams)[number]

/** A table whose rows are written at one site and read at others. Its rows say whose they are in the column `site`. */
export interface ReplicatedTable {
  /** With its schema: `arrivals.hit`. */
  readonly table: string
  /** Who writes: each port its own rows, or the centre alone. */
  readonly ownedBy: 'port' | 'centre'
  /** Whether the centre passes a port's rows on to the other ports. */
  readonly seenByOtherPorts: boolean
  readonly stream: Stream
}
