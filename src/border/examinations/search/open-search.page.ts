import { z } from 'zod'
import { newId } from '#platform/identity'
import { formPage, inBoth } from '#platform/web'
import { choices } from '../bilingual.ts'
import { formId, lines, optionalCountry, optionalPlate } from '../form-fields.page.ts'
import { searchRefusals } from '../refusals.ts'
import { runSearch } from '../rights.ts'
import { openSearch } from './open-search.ts'
import { layers, layerWords } from './search.ts'
import { changeSearch } from './search.store.ts'
import { vehicleSeen } from './vehicle-seen.page.ts'

const started = z.object({
  crossing: z.uuid().optional(), hit: z.uuid().optional(),
  plate: z.string().optional(), trailer: z.string().optional(), country: z.string().optional(), lane: z.string().optional(),
})

export const openSearchPage = formPage({
  path: '/searches/open',
  right: runSearch,
  template: 'border/examinations/search/open-search.njk',
  query: started,
  form: z.object({
    id: formId,
    tractorPlate: optionalPlate, trailerPlate: optionalPlate, country: optionalCountry,
    layer: z.enum(layers, inBoth('Choose where it is searched', 'Choisissez le lieu de la fouille')),
    lane: z.string().max(40).default(''),
    officers: lines,
    crossingId: z.uuid().optional(), hitId: z.uuid().optional(),
  }),
  refusals: searchRefusals,
  show: async (_params, ctx, query) => ({
    layers: choices(layerWords, ctx.words),
    values: { id: newId(), layer: 'freight-search', officers: ctx.officer.name, ...(await vehicleSeen(ctx.db, query)) },
  }),
  submit: (_params, { crossingId = null, hitId = null, ...form }, { db, site, by, officer, clock }) => {
    const opening = { ...form, site, crossingId, hitId, openedAt: clock.now(), openedBy: officer.name }
    return changeSearch(db, { id: form.id, by: by() }, (search) => openSearch(search, opening))
  },
  next: (_params, { id }) => `/searches/${id}`,
  done: { en: 'The search is open. Record each technique as it is used.', fr: 'La fouille est ouverte. Enregistrez chaque technique employée.' },
})
