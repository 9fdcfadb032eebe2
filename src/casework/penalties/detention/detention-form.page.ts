import type { z } from 'zod'
import type { Happening } from '#platform/decisions'
import type { Route } from '#platform/web'
import { formOf, type FormOf, type ThingOfCase } from '../case/thing-of-case.page.ts'
import type { Detention } from './detention.ts'
import { readDetention } from './detention.store.ts'

export const detentionOfCase: ThingOfCase<Detention> = { at: '/detentions', read: readDetention, none: 'no-such-detention' }

/** A form about one vehicle that is or was held. */
export function detentionForm<Form extends z.ZodType, Event extends Happening>(form: FormOf<Detention, Form, Event>): Route {
  return formOf(detentionOfCase, form)
}
