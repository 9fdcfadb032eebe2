import { z } from 'zod'
import { inBoth } from '#platform/web'
import { wallZone } from '#values'
import { faultsOf } from './check-mapping.ts'
import { pastedMaxLength, pathMaxLength, sentinelsMax } from './limits.ts'
import { mappingFaultWords } from './fault-words.ts'
import { carriers, placedFields, zones, type Mapping, type PlacedField } from './mapping.ts'

const say = (fault: keyof typeof mappingFaultWords): string => inBoth(...mappingFaultWords[fault])
const place = z.string().trim().max(pathMaxLength * 2).optional()

const answers = z.object({
  name: z.string(say('no-name')).trim().min(1, say('no-name')).max(60),
  carrier: z.enum(carriers, say('no-carrier')),
  records: z.string().trim().max(pathMaxLength).optional(),
  plate: place, country: place, confidence: place, capturedAt: place, lane: place, direction: place, passageHint: place, cameraHint: place, plateImage: place, sceneImage: place,
  confidenceOutOf: z.coerce.number(say('not-a-scale')).min(1, say('not-a-scale')).max(10_000, say('not-a-scale')),
  timeFormat: z.string().trim().max(40).optional(),
  timeZone: z.enum(zones),
  noPlateWords: z.string().max(500).optional(),
  message: z.string().max(pastedMaxLength).optional(),
  id: z.string().max(40).optional(),
})

/** What is typed about a mapping, with each fault at its own field. */
export const mappingForm = answers
  .superRefine((typed, context) => {
    for (const { field, fault } of faultsOf(mappingFrom(typed))) context.addIssue({ code: 'custom', path: [field], message: say(fault) })
  })
  .transform((typed) => ({ mapping: mappingFrom(typed), message: typed.message ?? '' }))

function mappingFrom(typed: z.output<typeof answers>): Omit<Mapping, 'site'> {
  const placed = placedFields.flatMap((field): readonly (readonly [PlacedField, string])[] => (typed[field] ? [[field, typed[field]]] : []))
  return {
    name: typed.name,
    carrier: typed.carrier,
    records: typed.records ?? '',
    places: Object.fromEntries(placed),
    confidenceOutOf: typed.confidenceOutOf,
    timeFormat: typed.timeFormat || 'iso',
    timeZone: typed.timeZone,
    noPlateWords: (typed.noPlateWords ?? '').split(',').map((word) => word.trim()).filter((word) => word !== '').slice(0, sentinelsMax),
  }
}

/** The same as the form shows it. */
export function typedFrom({ places, noPlateWords, name, carrier, records, confidenceOutOf, timeFormat, timeZone }: Mapping) {
  return { ...places, name, carrier, records, timeFormat, timeZone, confidenceOutOf: String(confidenceOutOf), noPlateWords: noPlateWords.join(', ') }
}

export function emptyMapping() {
  return { carrier: 'json', timeFormat: 'iso', timeZone: wallZone(), confidenceOutOf: '100' }
}
