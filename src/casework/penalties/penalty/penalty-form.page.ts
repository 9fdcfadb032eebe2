import type { z } from 'zod'
import type { Happening } from '#platform/decisions'
import type { Route } from '#platform/web'
import { formOf, type FormOf, type ThingOfCase } from '../case/thing-of-case.page.ts'
import { readPenalty } from './penalty.store.ts'
import type { Penalty } from './penalty.ts'

export const penaltyOfCase: ThingOfCase<Penalty> = { at: '/penalties', read: readPenalty, none: 'no-such-penalty' }

/** A form about one penalty. */
export function penaltyForm<Form extends z.ZodType, Event extends Happening>(form: FormOf<Penalty, Form, Event>): Route {
  return formOf(penaltyOfCase, form)
}
