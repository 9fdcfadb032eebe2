import { z } from 'zod'
import { isRefused, type Announced, type Decision, type Happening, type Refusals } from '#platform/decisions'
import type { Right, Subject } from '#platform/identity'
import { admit, admitTo } from './admit.ts'
import { readAnswers } from './form-answers.ts'
import type { PageContext } from './page-context.ts'
import { readForm } from './read-form.ts'
import { readParams, type Nothing } from './read-input.ts'
import { refusalWords } from './refusal-words.ts'
import type { Route } from './wiring.ts'

export interface ActionDefinition<Params extends z.ZodType, Form extends z.ZodType, Event extends Happening> {
  readonly path: string
  readonly right: Right
  readonly params?: Params
  readonly form?: Form
  readonly refusals?: Refusals
  readonly subject?: (params: z.output<Params>, ctx: PageContext) => Promise<Subject | undefined>
  readonly submit: (params: z.output<Params>, form: z.output<Form>, ctx: PageContext) => Promise<Decision<Event>>
  readonly next: (params: z.output<Params>, form: z.output<Form>, announced: Announced<Event>) => string
  readonly done?: { readonly en: string; readonly fr: string }
}

/** One button on somebody else's page. A refusal is a page of its own, with the way back. */
export function action<Event extends Happening, Params extends z.ZodType = Nothing, Form extends z.ZodType = Nothing>(
  definition: ActionDefinition<Params, Form, Event>,
): Route {
  const { path, right, subject, done } = definition
  return {
    path,
    right,
    mount: (app, host) => {
      app.post(path, { config: { right } }, async (request, reply) => {
        const ctx = admit(host, request, right)
        const params = readParams(definition.params, request)
        await admitTo(ctx, right, subject && (() => subject(params, ctx)))
        const no = (status: number, sentences: readonly string[]) =>
          host.look.show({ request, reply: reply.status(status), ctx, template: 'platform/web/not-done.njk', view: { sentences, back: wayBack(request.headers.referer) } })

        const read = readAnswers(definition.form ?? z.object({}), await readForm(request), ctx.language)
        if ('problems' in read) return no(422, read.problems.map(({ text }) => text))
        const form = read.form as z.output<Form>
        const decision = await definition.submit(params, form, ctx)
        if (isRefused(decision)) return no(409, [refusalWords(definition.refusals ?? {}, decision, ctx)])
        if (done !== undefined) request.session.set('done', ctx.words(done.en, done.fr))
        return reply.redirect(definition.next(params, form, decision), 303)
      })
    },
  }
}

/** The page the button stood on. Only its path is kept, so that the link cannot lead to another website. */
function wayBack(referer: string | undefined): string {
  const from = URL.parse(referer ?? '')
  return from === null ? '/' : from.pathname + from.search
}
