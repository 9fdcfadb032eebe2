import { z } from 'zod'
import { refuse, type Decision, type Happening } from '#platform/decisions'
import type { Right } from '#platform/identity'
import { formPage, type PageContext, type Route } from '#platform/web'
import type { By } from '#values'
import { actInCase, insideCase, subjectOfPenalty } from '../case/enter-case.page.ts'
import { refusals } from '../refusals.ts'
import { readPenalty } from './penalty.store.ts'
import type { Penalty } from './penalty.ts'

interface PenaltyForm<Form extends z.ZodType, Event extends Happening> {
  /** How the address ends: `/penalties/ID/objection` ends in `objection`. */
  readonly end: string
  readonly right: Right
  readonly template: string
  readonly form: Form
  /** What the log of looks calls this page. */
  readonly what: string
  readonly view: (ctx: PageContext, penalty: Penalty) => Promise<object | undefined>
  readonly act: (ctx: PageContext, penalty: Penalty, answers: z.output<Form>, by: By) => Promise<Decision<Event>>
  /** Where the officer goes when it is done; the penalty itself when left out. */
  readonly next?: string
  readonly done: { readonly en: string; readonly fr: string }
}

/** A form about one penalty: nobody reads it without a reason, and whoever acts has entered the case. */
export function penaltyForm<Form extends z.ZodType, Event extends Happening>({ end, what, view, act, next, ...page }: PenaltyForm<Form, Event>): Route {
  return formPage({
    ...page,
    path: `/penalties/:id/${end}`,
    params: z.object({ id: z.uuid() }),
    refusals,
    subject: subjectOfPenalty,
    show: async ({ id }, ctx) => {
      const penalty = await readPenalty(ctx.db, id)
      return penalty && insideCase(ctx, { caseId: penalty.caseId, what, comeBackTo: `/penalties/${id}/${end}` }, () => view(ctx, penalty))
    },
    submit: async ({ id }, answers, ctx) => {
      const penalty = await readPenalty(ctx.db, id)
      if (penalty === undefined) return refuse('no-such-penalty')
      return actInCase(ctx, penalty.caseId, (by) => act(ctx, penalty, answers, by))
    },
    next: ({ id }) => (next === undefined ? `/penalties/${id}` : `/penalties/${id}/${next}`),
  })
}
