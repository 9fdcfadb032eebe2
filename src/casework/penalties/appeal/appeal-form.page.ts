import { z } from 'zod'
import { refuse, type Decision } from '#platform/decisions'
import type { Right, Subject } from '#platform/identity'
import { formPage, type PageContext, type Route } from '#platform/web'
import type { By } from '#values'
import { actInCase, insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { refusals } from '../refusals.ts'
import type { Appeal, AppealEvent } from './appeal.ts'
import { readAppeal } from './appeal.store.ts'

interface AppealForm<Form extends z.ZodType> {
  /** How the address ends: `/appeals/ID/conclusion` ends in `conclusion`. */
  readonly end: string
  readonly right: Right
  readonly template: string
  readonly form: Form
  readonly what: string
  readonly view: (ctx: PageContext, appeal: Appeal) => Promise<object | undefined>
  readonly act: (ctx: PageContext, appeal: Appeal, answers: z.output<Form>, by: By) => Promise<Decision<AppealEvent>>
  readonly done: { readonly en: string; readonly fr: string }
}

/** A form about one appeal, inside its case: nobody reads it without a reason. */
export function appealForm<Form extends z.ZodType>({ end, what, view, act, ...page }: AppealForm<Form>): Route {
  return formPage({
    ...page,
    path: `/appeals/:id/${end}`,
    params: z.object({ id: z.uuid() }),
    refusals,
    subject: subjectOfAppeal,
    show: async ({ id }, ctx) => {
      const appeal = await readAppeal(ctx.db, id)
      return appeal && insideCase(ctx, { caseId: appeal.caseId, what, comeBackTo: `/appeals/${id}/${end}` }, () => view(ctx, appeal))
    },
    submit: async ({ id }, answers, ctx) => {
      const appeal = await readAppeal(ctx.db, id)
      return appeal === undefined ? refuse('no-such-appeal') : actInCase(ctx, appeal.caseId, (by) => act(ctx, appeal, answers, by))
    },
    next: ({ id }) => `/appeals/${id}`,
  })
}

export async function subjectOfAppeal({ id }: { readonly id: string }, ctx: PageContext): Promise<Subject | undefined> {
  const appeal = await readAppeal(ctx.db, id)
  return appeal && subjectOfCase({ id: appeal.caseId }, ctx)
}
