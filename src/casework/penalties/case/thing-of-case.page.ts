import { z } from 'zod'
import type { Database } from '#platform/database'
import { refuse, type Decision, type Happening } from '#platform/decisions'
import type { Right } from '#platform/identity'
import { formPage, page, type PageContext, type Route } from '#platform/web'
import type { By } from '#values'
import { refusals } from '../refusals.ts'
import { actInCase, actOnShown, insideCase, subjectThrough, type OfCase } from './enter-case.page.ts'

/** Something inside a case that has an address of its own: a penalty, an appeal, a bundle. */
export interface ThingOfCase<Thing extends OfCase> {
  /** How its address begins: `/appeals`. */
  readonly at: string
  readonly read: (db: Database, id: string) => Promise<Thing | undefined>
  /** How an act is refused where there is no such thing. */
  readonly none: string
}

/** `undefined` is a page that is not found. */
type View<Thing> = (ctx: PageContext, thing: Thing) => Promise<object | undefined>

interface PageOf<Thing> {
  readonly right: Right
  readonly template: string
  /** What the log of looks calls this page. */
  readonly what: string
  readonly view: View<Thing>
}

export interface FormOf<Thing, Form extends z.ZodType, Event extends Happening> extends PageOf<Thing> {
  /** How the address ends: `/penalties/ID/objection` ends in `objection`. */
  readonly end: string
  readonly form: Form
  /** It decides on what the page shows, or writes over it: where a colleague acted in the case meanwhile, the page comes back first. */
  readonly restsOnPage?: true
  readonly act: (ctx: PageContext, thing: Thing, answers: z.output<Form>, by: By) => Promise<Decision<Event>>
  /** Where the officer goes when it is done; the thing itself when left out. */
  readonly next?: string
  readonly done: { readonly en: string; readonly fr: string }
}

const params = z.object({ id: z.uuid() })

/** The page of one thing: nobody reads it without a reason, and each look is logged. */
export function pageOf<Thing extends OfCase>({ at, read }: ThingOfCase<Thing>, { what, view, ...shown }: PageOf<Thing>): Route {
  const subject = subjectThrough(read)
  return page({
    ...shown, params,
    path: `${at}/:id`,
    subject: (input, ctx) => subject(input.params, ctx),
    show: async ({ params: { id } }, ctx) => {
      const thing = await read(ctx.db, id)
      return thing && insideCase(ctx, { caseId: thing.caseId, what, comeBackTo: `${at}/${id}` }, () => view(ctx, thing))
    },
  })
}

/** A form about one thing: nobody reads it without a reason, and whoever acts has entered the case. */
export function formOf<Thing extends OfCase, Form extends z.ZodType, Event extends Happening>(thingOfCase: ThingOfCase<Thing>, form: FormOf<Thing, Form, Event>): Route {
  const { at, read, none } = thingOfCase
  const { end, what, view, act, next, restsOnPage, ...shown } = form
  return formPage({
    ...shown, params, refusals,
    path: `${at}/:id/${end}`,
    subject: subjectThrough(read),
    show: async ({ id }, ctx) => {
      const thing = await read(ctx.db, id)
      return thing && insideCase(ctx, { caseId: thing.caseId, what, comeBackTo: `${at}/${id}/${end}` }, () => view(ctx, thing))
    },
    submit: async ({ id }, answers, ctx) => {
      const thing = await read(ctx.db, id)
      return thing === undefined ? refuse(none) : (restsOnPage ? actOnShown : actInCase)(ctx, thing.caseId, (by) => act(ctx, thing, answers, by))
    },
    next: ({ id }) => (next === undefined ? `${at}/${id}` : `${at}/${id}/${next}`),
  })
}
