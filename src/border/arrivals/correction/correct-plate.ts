import { announce, refuse, type Decision } from '#platform/decisions'
import type { By, Plate } from '#values'
import type { Crossing } from '../crossing/crossing.ts'
import type { Correction, PlateCorrected, WrittenAs } from './correction.ts'

export interface Correcting {
  readonly crossing: Pick<Crossing, 'id' | 'site' | 'plates'>
  readonly plateId: string
  readonly truePlate: Plate
  /** What the cameras wrote, as far as it is still kept. */
  readonly reads: readonly WrittenAs[]
}

/** An officer who saw the plate, or its picture, says what it is. The matcher learns from it; what the cameras wrote stays evidence. */
export function correctPlate(before: Correction | undefined, { crossing, plateId, truePlate, reads }: Correcting, { name, at, site }: By): Decision<PlateCorrected> {
  const shown = crossing.plates.find(({ id }) => id === plateId)
  if (shown === undefined) return refuse('no-such-plate')
  if (crossing.site !== site) return refuse('kept-at-another-site')
  if (before?.truePlate === truePlate) return announce()
  return announce({ type: 'plate-corrected', id: plateId, site: crossing.site, crossingId: crossing.id, truePlate, reads, correctedBy: name, correctedAt: at })
}
