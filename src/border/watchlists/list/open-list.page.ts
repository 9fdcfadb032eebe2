import { z } from 'zod'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import { formPage, inBoth } from '#platform/web'
import { watchlistRefusals as refusals } from '../refusals.ts'
import { openWatchlist } from '../rights.ts'
import { watchlist } from './list.store.ts'
import { openList } from './open-list.ts'

const needed = (en: string, fr: string) => z.string(inBoth(en, fr)).min(3, inBoth(en, fr)).max(300)

export const openListPage = formPage({
  path: '/watchlists/open',
  right: openWatchlist,
  template: 'border/watchlists/list/open-list.njk',
  form: z.object({
    id: z.uuid(),
    nameEn: needed('Give the list a name in English', 'Donnez un nom anglais à la liste'),
    nameFr: needed('Give the list a name in French', 'Donnez un nom français à la liste'),
    owner: needed('Say who answers for the list', 'Dites qui répond de la liste'),
    legalBasis: needed('Say what allows the list', 'Dites ce qui autorise la liste'),
    purposeEn: needed('Say in English what it is for', 'Dites en anglais à quoi elle sert'),
    purposeFr: needed('Say in French what it is for', 'Dites en français à quoi elle sert'),
    because: needed('Say why it is opened', 'Dites pourquoi elle est ouverte'),
  }),
  refusals,
  show: async () => ({ values: { id: newId() } }),
  submit: (_params, { because, ...form }, { db, by, site }) => change(db, watchlist, { id: form.id, by: by(because) }, (list) => openList(list, { ...form, site })),
  next: (_params, { id }) => `/watchlists/${id}`,
  done: { en: 'The list is open. No vehicle is on it yet.', fr: 'La liste est ouverte. Aucun véhicule n’y figure encore.' },
})
