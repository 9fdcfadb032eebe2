import type { z } from 'zod'
import type { Happening } from '#platform/decisions'
import type { Route } from '#platform/web'
import { formOf, type FormOf, type ThingOfCase } from '../case/thing-of-case.page.ts'
import type { Appeal } from './appeal.ts'
import { readAppeal } from './appeal.store.ts'

export const appealOfCase: ThingOfCase<Appeal> = { at: '/appeals', read: readAppeal, none: 'no-such-appeal' }

/** A form about one appeal. */
export function appealForm<Form extends z.ZodType, Event extends Happening>(form: FormOf<Appeal, Form, Event>): Route {
  return formOf(appealOfCase, form)
}
