import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isRefused, type Announced, type Decision, type Happening, type Refusal, type Refusals } from '#platform/decisions'
import type { Right, Subject } from '#platform/identity'
import { admit, admitTo } from './admit.ts'
import { readAnswers, type Answers, type Problem } from './form-answers.ts'
import { formView } from './form-view.ts'
import type { Host } from './host.ts'
import type { PageContext } from './page-context.ts'
import { readForm } from './read-form.ts'
import { readParams, readQuery, type Nothing } from './read-input.ts'
import { refusalWords } from './refusal-words.ts'
import { NotFound } from './stops.ts'
import type { Route } from './wiring.ts'

export interface FormPageDefinition<Params extends z.ZodType, Form extends z.ZodType, Event extends Happening, Query extends z.ZodType = Nothing> {
  readonly path: string
  readonly right: Right
  readonly template: string
  readonly params?: Params
  /** What the address may propose, such as the crossing a search starts from. The form is sent back to the same address. */
  readonly query?: Query
  readonly form: Form
  /** The context's words for each way the act can be refused. */
  readonly refusals: Refusals
  readonly subject?: (params: z.output<Params>, ctx: PageContext) => Promise<Subject | undefined>
  /** What the template reads; its `values` fill the form the first time. */
  readonly show: (params: z.output<Params>, ctx: PageContext, query: z.output<Query>) => Promise<object | undefined>
  readonly submit: (params: z.output<Params>, form: z.output<Form>, ctx: PageContext) => Promise<Decision<Event>>
  /** Where the officer goes when it is done. */
  readonly next: (params: z.output<Params>, form: z.output<Form>, announced: Announced<Event>) => string
  /** One sentence shown there: what was done. */
  readonly done?: { readonly en: string; readonly fr: string }
}

/** A page that asks. Mistakes and refusals come back on the same page with everything typed still there. */
export function formPage<Form extends z.ZodType, Event extends Happening, Params extends z.ZodType = Nothing, Query extends z.ZodType = Nothing>(
  definition: FormPageDefinition<Params, Form, Event, Query>,
): Route {
  const { path, right, subject } = definition
  const enter = async (host: Host, request: FastifyRequest) => {
    const ctx = admit(host, request, right)
    const params = readParams(definition.params, request)
    await admitTo(ctx, right, subject && (() => subject(params, ctx)))
    const query = readQuery(definition.query, request)
    return { ctx, params, shown: () => definition.show(params, ctx, query) }
  }
  return {
    path,
    right,
    mount: (app, host) => {
      app.get(path, { config: { right } }, async (request, reply) => {
        const { ctx, shown } = await enter(host, request)
        return showForm({ host, request, reply, ctx, definition, shown: await shown() })
      })
      app.post(path, { config: { right } }, async (request, reply) => {
        const { ctx, params, shown } = await enter(host, request)
        const answers = await readForm(request)
        const again = async (problems: readonly Problem[], status: number): Promise<FastifyReply> =>
          showForm({ host, request, reply: reply.status(status), ctx, definition, shown: await shown(), answers, problems })

        const read = readAnswers(definition.form, answers, ctx.language)
        if ('problems' in read) return again(read.problems, 422)
        const decision = await definition.submit(params, read.form, ctx)
        if (isRefused(decision)) return again([{ name: fieldOf(definition, decision), text: refusalWords(definition.refusals, decision, ctx) }], 409)
        if (definition.done !== undefined) request.session.set('done', ctx.words(definition.done.en, definition.done.fr))
        return reply.redirect(definition.next(params, read.form, decision), 303)
      })
    },
  }
}

/** The field a refusal is about, where this form asks for it. */
function fieldOf({ form, refusals }: { readonly form: z.ZodType; readonly refusals: Refusals }, { refused }: Refusal): string {
  const at = refusals[refused]?.at
  return at !== undefined && form instanceof z.ZodObject && at in form.shape ? at : ''
}

interface ShowForm {
  readonly host: Host
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly ctx: PageContext
  readonly definition: { readonly template: string }
  readonly shown: object | undefined
  readonly answers?: Answers
  readonly problems?: readonly Problem[]
}

function showForm({ host, request, reply, ctx, definition, shown, answers, problems = [] }: ShowForm): Promise<FastifyReply> {
  if (shown === undefined) throw new NotFound()
  return host.look.show({ request, reply, ctx, template: definition.template, view: formView(shown, ctx, problems, answers) })
}
