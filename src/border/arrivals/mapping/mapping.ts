import type { Site } from '#values'
import type { Happening } from '#platform/decisions'

export const carriers = ['json', 'xml', 'text'] as const
export const zones = ['Europe/Paris', 'Europe/London', 'UTC'] as const
/** The fields a mapping may place; only the plate has to be. */
export const placedFields = ['plate', 'country', 'confidence', 'capturedAt', 'lane', 'direction', 'passageHint', 'cameraHint', 'plateImage', 'sceneImage'] as const
export type PlacedField = (typeof placedFields)[number]

/** How to read the messages of a camera whose installer wrote them himself. All of it is text that a person typed. */
export interface Mapping {
  readonly site: Site
  readonly name: string
  readonly carrier: (typeof carriers)[number]
  /** Where the list of reads stands; empty when the message is one read. */
  readonly records: string
  readonly places: Readonly<Partial<Record<PlacedField, string>>>
  /** The number that means "certain": 1, 100, 255. */
  readonly confidenceOutOf: number
  readonly timeFormat: string
  readonly timeZone: (typeof zones)[number]
  /** What is sent instead of a plate when none was read, beside those everybody uses. */
  readonly noPlateWords: readonly string[]
}

export interface MappingWritten extends Happening, Mapping {
  readonly type: 'mapping-written'
}

export function evolve(_mapping: Mapping | undefined, { site, name, carrier, records, places, confidenceOutOf, timeFormat, timeZone, noPlateWords }: MappingWritten): Mapping {
  return { site, name, carrier, records, places, confidenceOutOf, timeFormat, timeZone, noPlateWords }
}
