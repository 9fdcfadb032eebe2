import { z } from 'zod'
import { isPort } from '#values'
import { listSorts, listStages, usualList, type AskedList } from './case-filters.ts'

const yes = z.literal('yes').optional().transform((answer) => answer === 'yes')

/** The address of a work list, read. */
export const listQuery = z.object({
  stage: z.enum(listStages).default(usualList.stage),
  mine: yes,
  first: yes,
  who: z.string().max(100).optional(),
  place: z.string().refine(isPort).optional(),
  waits: z.string().regex(/^[a-z-]{1,40}$/).optional(),
  overdue: yes,
  within: z.string().regex(/^\d{1,3}$/).transform(Number).optional(),
  sort: z.enum(listSorts).default(usualList.sort),
  down: yes,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
}).transform((asked): AskedList => ({ ...usualList, ...asked }))

/** What stands in the address of a list; nothing where it is none. */
export function askedAt(address: string): AskedList | undefined {
  return listQuery.safeParse(Object.fromEntries(new URLSearchParams(address.split('?')[1] ?? ''))).data
}
