import type { z } from 'zod'
import type { Decision, Happening } from '#platform/decisions'
import type { Right } from '#platform/identity'
import { formPage, page, type PageContext, type Route } from '#platform/web'
import type { By } from '#values'
import { refusals } from '../refusals.ts'
import { readCase } from './case.store.ts'
import { actInCase, actOnShown, insideCase, subjectOfCase } from './enter-case.page.ts'
import type { PenaltyCase } from './penalty-case.ts'

/** `:id` is the case; whatever else the address names lies in it. */
type InCase = z.ZodType<{ readonly id: string }>

interface CasePage<Params extends InCase> {
  /** `/cases/:id/flags/:flagId`. */
  readonly path: string
  readonly params: Params
  readonly right: Right
  readonly template: string
  /** What the log of looks calls this page. */
  readonly what: string
  /** What the template reads beside the case itself; undefined when there is nothing at this address. */
  readonly view: (ctx: PageContext, found: PenaltyCase, params: z.output<Params>) => Promise<object | undefined>
}

interface CaseForm<Params extends InCase, Form extends z.ZodType, Event extends Happening, Query extends z.ZodType> extends Omit<CasePage<Params>, 'view'> {
  readonly form: Form
  /** What the address may propose to begin with. */
  readonly query?: Query
  readonly view: (ctx: PageContext, found: PenaltyCase, params: z.output<Params>, query: z.output<Query>) => Promise<object | undefined>
  /** It decides on what the page shows, or writes over it: where a colleague acted in the case meanwhile, the page comes back first. */
  readonly restsOnPage?: true
  readonly act: (ctx: PageContext, params: z.output<Params>, answers: z.output<Form>, by: By) => Promise<Decision<Event>>
  readonly next: (params: z.output<Params>, answers: z.output<Form>) => string
  readonly done: { readonly en: string; readonly fr: string }
}

/** A page about something in a case: nobody reads it without a reason, and the look is logged. */
export function casePage<Params extends InCase>({ what, view, ...rest }: CasePage<Params>): Route {
  return page({
    ...rest,
    subject: ({ params }, ctx) => subjectOfCase(params, ctx),
    show: ({ params }, ctx) => showInCase(ctx, params, { path: rest.path, what, view }),
  })
}

/** A form about something in a case: whoever acts has entered the case. */
export function caseForm<Params extends InCase, Form extends z.ZodType, Event extends Happening, Query extends z.ZodType = z.ZodObject>(
  { what, view, act, restsOnPage, ...rest }: CaseForm<Params, Form, Event, Query>,
): Route {
  return formPage({
    ...rest, refusals,
    subject: (params, ctx) => subjectOfCase(params, ctx),
    show: (params, ctx, query) => showInCase(ctx, params, { path: rest.path, what, view: (_ctx, found) => view(ctx, found, params, query) }),
    submit: (params, answers, ctx) => (restsOnPage ? actOnShown : actInCase)(ctx, params.id, (by) => act(ctx, params, answers, by)),
  })
}

function showInCase<Params extends InCase>(ctx: PageContext, params: z.output<Params>, { path, what, view }: Pick<CasePage<Params>, 'path' | 'what' | 'view'>): Promise<object | undefined> {
  return insideCase(ctx, { caseId: params.id, what, comeBackTo: addressOf(path, params) }, async () => {
    const found = await readCase(ctx.db, params.id)
    const shown = found && (await view(ctx, found, params))
    return shown && { found, ...shown }
  })
}

function addressOf(path: string, params: object): string {
  return Object.entries(params).reduce((address, [name, value]) => address.replace(`:${name}`, String(value)), path)
}
