import { z } from 'zod'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { cameraRefusals } from '../refusals.ts'
import { keepCameras } from '../rights.ts'
import { emptyMapping, mappingForm, typedFrom } from './mapping-form.page.ts'
import { carriers, placedFields, zones, type Mapping } from './mapping.ts'
import { mappings } from './mapping.store.ts'
import { writeMapping } from './write-mapping.ts'

const template = 'border/arrivals/mapping/write-mapping.njk'
const done = { en: 'The mapping is saved. Say which cameras are read by it.', fr: 'La correspondance est enregistrée. Indiquez les caméras concernées.' }

/** What the form offers, whatever is typed in it. */
export const mappingChoices = { carriers, zones, placedFields }

function save(id: string, mapping: Omit<Mapping, 'site'>, { db, site, by }: PageContext) {
  return change(db, mappings, { id, by: by() }, (before) => writeMapping(before, { ...mapping, site }))
}

export const newMappingPage = formPage({
  path: '/cameras/mappings/new',
  right: keepCameras,
  template,
  form: mappingForm,
  refusals: cameraRefusals,
  show: async () => ({ ...mappingChoices, saveAt: '/cameras/mappings/new', values: { ...emptyMapping(), id: 'new' } }),
  submit: async (_params, { mapping }, ctx) => save(newId(), mapping, ctx),
  next: () => '/cameras/mappings',
  done,
})

export const writeMappingPage = formPage({
  path: '/cameras/mappings/:id',
  right: keepCameras,
  template,
  params: z.object({ id: z.uuid() }),
  form: mappingForm,
  refusals: cameraRefusals,
  show: async ({ id }, { db }) => {
    const mapping = await mappings.read(db, id)
    return mapping && { ...mappingChoices, saveAt: `/cameras/mappings/${id}`, values: { ...typedFrom(mapping), id } }
  },
  submit: async ({ id }, { mapping }, ctx) => save(id, mapping, ctx),
  next: () => '/cameras/mappings',
  done,
})
