import type { z } from 'zod'
import type { Right } from '#platform/identity'
import { admit } from './admit.ts'
import { readAnswers } from './form-answers.ts'
import { formView } from './form-view.ts'
import type { PageContext } from './page-context.ts'
import { readForm } from './read-form.ts'
import type { Route } from './wiring.ts'

export interface AskPageDefinition<Form extends z.ZodType> {
  readonly path: string
  readonly right: Right
  readonly template: string
  readonly form: Form
  /** What the template reads before anything was asked; its `values` fill the form. */
  readonly show: (ctx: PageContext) => object | Promise<object>
  /** What it reads as well once the question is answered. */
  readonly answer: (form: z.output<Form>, ctx: PageContext) => object | Promise<object>
}

/** A page that answers a question and keeps nothing: what was asked is too large for an address, so it is sent as a form. */
export function askPage<Form extends z.ZodType>(definition: AskPageDefinition<Form>): Route {
  const { path, right, template, show, answer } = definition
  return {
    path,
    right,
    mount: (app, host) => {
      app.get(path, { config: { right } }, async (request, reply) => {
        const ctx = admit(host, request, right)
        return host.look.show({ request, reply, ctx, template, view: formView(await show(ctx), ctx, []) })
      })
      app.post(path, { config: { right } }, async (request, reply) => {
        const ctx = admit(host, request, right)
        const answers = await readForm(request)
        const read = readAnswers(definition.form, answers, ctx.language)
        const problems = 'problems' in read ? read.problems : []
        const answered = 'problems' in read ? {} : await answer(read.form, ctx)
        const view = formView({ ...(await show(ctx)), ...answered }, ctx, problems, answers)
        return host.look.show({ request, reply: reply.status(problems.length === 0 ? 200 : 422), ctx, template, view })
      })
    },
  }
}
