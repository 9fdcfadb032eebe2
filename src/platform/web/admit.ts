import type { FastifyRequest } from 'fastify'
import { may, type Right, type Subject } from '#platform/identity'
import type { Host } from './host.ts'
import { pageContext, type PageContext } from './page-context.ts'
import { MayNot, NotFound, SignInFirst } from './stops.ts'

/** Lets the reader in by role, before anything is read; the thing itself is judged by `admitTo`. */
export function admit(host: Host, request: FastifyRequest, right: Right): PageContext {
  const ctx = pageContext(host, request)
  if (!may(ctx.officer, right)) refuseEntry(ctx, right)
  return ctx
}

/** Judges the thing acted on. A page that names a subject and finds none answers as if the address were wrong. */
export async function admitTo(ctx: PageContext, right: Right, find: (() => Promise<Subject | undefined>) | undefined): Promise<void> {
  if (find === undefined) return
  const subject = await find()
  if (subject === undefined) throw new NotFound()
  if (!may(ctx.officer, right, subject)) refuseEntry(ctx, right)
}

function refuseEntry({ officer }: PageContext, right: Right): never {
  throw officer.role === 'visitor' ? new SignInFirst() : new MayNot(right)
}
