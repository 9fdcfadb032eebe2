import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { roleWords } from './role-words.ts'
import type { Host } from './host.ts'
import { pageContext, type PageContext } from './page-context.ts'
import { FromAnotherSite, MayNot, NotFound, NotUnderstood, SignInFirst, TooLarge } from './stops.ts'

interface ErrorPage {
  readonly status: number
  readonly title: string
  readonly sentences: readonly string[]
}

/** Every failure ends on a page in the shell that says what happened, what was kept and what to do. */
export function addErrorPages(app: FastifyInstance, host: Host): void {
  app.setNotFoundHandler((request, reply) => answer(host, request, reply, new NotFound()))
  app.setErrorHandler((fault, request, reply) => answer(host, request, reply, fault))
}

function answer(host: Host, request: FastifyRequest, reply: FastifyReply, fault: unknown): Promise<FastifyReply> | FastifyReply {
  const ctx = pageContext(host, request)
  if (wantsJson(request)) return answerInJson(host, request, reply, fault)
  if (fault instanceof SignInFirst) return reply.redirect(`/sign-in?next=${encodeURIComponent(comeBackTo(request))}`, 303)
  const { status, title, sentences } = errorPage(fault, request.id, ctx)
  if (status === 500) host.onFault?.(fault, request.id)
  return host.look.show({ request, reply: reply.status(status), ctx, template: 'platform/web/error.njk', view: { title, sentences, status } })
}

/** After signing in one can only come back to a page that is read. */
function comeBackTo(request: FastifyRequest): string {
  return request.method === 'GET' ? request.url : '/'
}

function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/v1') || (request.headers.accept ?? '').startsWith('text/event-stream')
}

function answerInJson(host: Host, request: FastifyRequest, reply: FastifyReply, fault: unknown): FastifyReply {
  const ctx = pageContext(host, request)
  const { status, title } = errorPage(fault, request.id, ctx)
  if (status === 500) host.onFault?.(fault, request.id)
  return reply.status(status).send({ errors: [{ path: '', message: title }] })
}

function errorPage(fault: unknown, reference: string, { words }: PageContext): ErrorPage {
  if (fault instanceof SignInFirst) return { status: 401, title: words('Sign in first', 'Identifiez-vous d’abord'), sentences: [] }
  if (fault instanceof NotFound) return notFound(words)
  if (fault instanceof MayNot) return mayNot(fault, words)
  if (fault instanceof NotUnderstood) {
    return { status: 400, title: words('This address cannot be read', 'Cette adresse est illisible'), sentences: fault.problems }
  }
  if (fault instanceof TooLarge || statusOf(fault) === 413) return tooLarge(words)
  if (fault instanceof FromAnotherSite) return fromAnotherSite(words)
  const status = statusOf(fault)
  if (status !== undefined && status >= 400 && status < 500) {
    return { status, title: words('This request cannot be read', 'Cette demande est illisible'), sentences: [words('Nothing was changed. Go back and try again.', 'Rien n’a été modifié. Revenez en arrière et réessayez.')] }
  }
  return ourFault(reference, words)
}

type Words = PageContext['words']

function notFound(words: Words): ErrorPage {
  return {
    status: 404,
    title: words('There is nothing at this address', 'Il n’y a rien à cette adresse'),
    sentences: [words('Check the address, or start again from the first page.', 'Vérifiez l’adresse, ou repartez de la première page.')],
  }
}

function mayNot({ right }: MayNot, words: Words): ErrorPage {
  const roles = [...new Set(right.grants.map(({ role }) => role))].filter((role) => role !== 'visitor').map((role) => roleWords(role, words))
  const limited = right.grants.some(({ ownPort, states }) => ownPort !== undefined || states !== undefined)
  return {
    status: 403,
    title: words('Your role may not do this', 'Votre rôle ne permet pas cet acte'),
    sentences: [
      words(`It is open to: ${roles.join(', ')}.`, `Il est ouvert à : ${roles.join(', ')}.`),
      ...(limited ? [words('For some of them only at their own port, or while it is at the right stage.', 'Pour certains, seulement dans leur port ou au bon stade.')] : []),
      words('Nothing was changed. Ask a colleague in one of these roles.', 'Rien n’a été modifié. Adressez-vous à un collègue ayant l’un de ces rôles.'),
    ],
  }
}

function tooLarge(words: Words): ErrorPage {
  return {
    status: 413,
    title: words('A file is too large', 'Un fichier est trop volumineux'),
    sentences: [words('A file may be up to 12 MB, eight files in all. Nothing was saved: go back, choose a smaller picture and send again.', 'Un fichier peut faire 12 Mo au plus, huit fichiers en tout. Rien n’a été enregistré : revenez, choisissez une image plus petite et renvoyez.')],
  }
}

function fromAnotherSite(words: Words): ErrorPage {
  return {
    status: 403,
    title: words('This came from another website', 'Cette demande vient d’un autre site'),
    sentences: [words('To be safe nothing was changed. Do it from a page of Juxta itself.', 'Par sécurité, rien n’a été modifié. Recommencez depuis une page de Juxta.')],
  }
}

function ourFault(reference: string, words: Words): ErrorPage {
  return {
    status: 500,
    title: words('Juxta could not do this', 'Juxta n’a pas pu le faire'),
    sentences: [
      words('The fault is ours, not yours. What was saved before is still saved; this last step was not.', 'La faute est la nôtre. Ce qui était enregistré le reste ; cette dernière étape ne l’est pas.'),
      words(`Try again. If it happens again, tell support this reference: ${reference}`, `Réessayez. Si cela se reproduit, donnez cette référence à l’assistance : ${reference}`),
    ],
  }
}

function statusOf(fault: unknown): number | undefined {
  return fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number' ? fault.statusCode : undefined
}
