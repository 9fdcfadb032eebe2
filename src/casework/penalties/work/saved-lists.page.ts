import { z } from 'zod'
import { announce, refuse } from '#platform/decisions'
import { newId } from '#platform/identity'
import { action } from '#platform/web'
import { listAddress } from '../case/case-filters.ts'
import { listQuery } from '../case/list-query.ts'
import { listsAnOfficerKeeps } from '../limits.ts'
import { refusals } from '../refusals.ts'
import { seeCases } from '../rights.ts'
import { countLists, dropList, keepList } from './saved-list.store.ts'

/** Only what a list understands is kept, on its first page: an address cannot lead anywhere else. */
const address = z.string().regex(/^\/cases(\?|$)/).transform((typed, ctx) => {
  const read = listQuery.safeParse(Object.fromEntries(new URLSearchParams(typed.split('?')[1] ?? '')))
  if (read.success) return listAddress(read.data, { page: 1 })
  ctx.addIssue('This is not the address of a list of cases')
  return z.NEVER
})

export const keepListButton = action({
  path: '/casework/lists',
  right: seeCases,
  refusals,
  form: z.object({ address, name: z.string('Give the list a name').trim().min(1, 'Give the list a name').max(60), forTeam: z.literal('yes').optional() }),
  submit: async (_params, { address: kept, name, forTeam }, { db, officer }) => {
    if ((await countLists(db, officer.id)) >= listsAnOfficerKeeps) return refuse('too-many-lists')
    await keepList(db, officer, { id: newId(), name, address: kept, forTeam: forTeam === 'yes' })
    return announce()
  },
  next: (_params, { address: kept }) => kept,
  done: { en: 'The list is kept. It stands above the cases.', fr: 'La liste est conservée, au-dessus des dossiers.' },
})

export const dropListButton = action({
  path: '/casework/lists/:id/drop',
  right: seeCases,
  refusals,
  params: z.object({ id: z.uuid() }),
  submit: async ({ id }, _form, { db, officer }) => ((await dropList(db, officer.id, id)) ? announce() : refuse('no-such-list')),
  next: () => '/cases',
  done: { en: 'The list is forgotten. The cases are where they were.', fr: 'La liste est oubliée. Les dossiers restent en place.' },
})
