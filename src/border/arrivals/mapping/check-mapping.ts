import { placeOf, type PlaceFault } from './field.ts'
import { placedFields, type Mapping } from './mapping.ts'
import { pathSteps } from './path.ts'
import { isTimeFormat } from './time-format.ts'

export type MappingFault = PlaceFault | 'not-a-time-format' | 'plate-has-no-place'

/** What is wrong with a mapping, by the field it was typed in. */
export function faultsOf(mapping: Omit<Mapping, 'site'>): readonly { readonly field: string; readonly fault: MappingFault }[] {
  const places = placedFields.flatMap((field) => {
    const written = mapping.places[field]
    const place = written === undefined ? undefined : placeOf(written)
    return typeof place === 'string' ? [{ field, fault: place }] : []
  })
  const records = mapping.records === '' || pathSteps(mapping.records) !== undefined ? [] : [{ field: 'records', fault: 'not-a-path' as const }]
  const time = isTimeFormat(mapping.timeFormat) ? [] : [{ field: 'timeFormat', fault: 'not-a-time-format' as const }]
  const plate = mapping.places.plate === undefined ? [{ field: 'plate', fault: 'plate-has-no-place' as const }] : []
  return [...plate, ...records, ...places, ...time]
}
