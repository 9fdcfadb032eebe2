import { z } from 'zod'
import { may } from '#platform/identity'
import type { HistoryEntry } from '#platform/events'
import { action, page } from '#platform/web'
import { dayOf } from '#values'
import { listAddress } from '../case/case-filters.ts'
import { askedInWords } from '../case/case-list-view.ts'
import { askedAt } from '../case/list-query.ts'
import { refusals } from '../refusals.ts'
import { seeCases, seeExceptions } from '../rights.ts'
import type { ListEvent } from './saved-list.ts'
import { dropList, keepList, listsWithHistory } from './saved-list.store.ts'

/** Only what a list understands is kept, on its first page: an address cannot lead anywhere else. */
const address = z.string().regex(/^\/cases(\?|$)/).transform((typed, ctx) => {
  const asked = askedAt(typed)
  if (asked !== undefined) return listAddress(asked, { page: 1 })
  ctx.addIssue('This is not the address of a list of cases')
  return z.NEVER
})

export const keepListButton = action({
  path: '/casework/lists',
  right: seeCases,
  refusals,
  form: z.object({ address, name: z.string('Give the list a name').trim().min(1, 'Give the list a name').max(60), forTeam: z.literal('yes').optional() }),
  submit: (_params, { address: kept, name, forTeam }, { db, by }) => keepList(db, { name, address: kept, forTeam: forTeam === 'yes' }, by()),
  next: (_params, { address: kept }) => kept,
  done: { en: 'The list is kept. It stands above the cases.', fr: 'La liste est conservée, au-dessus des dossiers.' },
})

export const dropListButton = action({
  path: '/casework/lists/:id/drop',
  right: seeCases,
  refusals,
  params: z.object({ id: z.uuid() }),
  submit: ({ id }, _form, { db, by }) => dropList(db, id, by()),
  next: () => '/casework/lists',
  done: { en: 'The list is forgotten. The cases are where they were.', fr: 'La liste est oubliée. Les dossiers restent en place.' },
})

/** Lists that were kept, what each shows, and who kept, shared, changed or forgot it when. */
export const savedListsPage = page({
  path: '/casework/lists',
  right: seeCases,
  template: 'casework/penalties/work/saved-lists.njk',
  show: async (_input, { db, officer }) => {
    const lists = await listsWithHistory(db, may(officer, seeExceptions) ? undefined : officer.id)
    return {
      lists: lists.map(({ entries, ...list }) => ({
        ...list, shows: inWords(list.address), isOwn: list.keptBy.officerId === officer.id,
        history: entries.toReversed().map(({ by, body }: HistoryEntry) => ({ by: by.name, on: dayOf(by.at), at: by.at, text: toldOf(body as ListEvent | undefined) })),
      })),
    }
  },
})

function inWords(kept: string): string {
  const asked = askedAt(kept)
  return asked === undefined ? kept : askedInWords(asked)
}

function toldOf(event: ListEvent | undefined): string {
  if (event === undefined) return 'Erased under a retention rule'
  if (event.type === 'list-forgotten') return 'Forgotten'
  return `Kept ${event.forTeam ? 'for the whole team' : 'for themselves'}: ${inWords(event.address)}`
}
