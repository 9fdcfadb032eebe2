import type { z } from 'zod'
import { enterPage, type Entrance, type PageInput } from './enter-page.ts'
import type { PageContext } from './page-context.ts'
import type { Nothing } from './read-input.ts'
import { NotFound } from './stops.ts'
import type { Route } from './wiring.ts'

/** A file to read or keep. `fileName` holds no name of a person: it ends up in folders and mailboxes. */
export interface Download {
  readonly contentType: string
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Somebody outside made it: it runs nothing, and what is not a picture is kept rather than opened here. */
  readonly isFromOutside?: true
  /** No virus scanner has found it clean: a picture too is kept rather than opened. */
  readonly isUnscanned?: true
}

/** Another page has to come first. */
export interface GoTo {
  readonly goTo: string
}

export interface DownloadDefinition<Params extends z.ZodType, Query extends z.ZodType> extends Entrance<Params, Query> {
  /** `undefined` when there is nothing at this address. */
  readonly show: (input: PageInput<Params, Query>, ctx: PageContext) => Promise<Download | GoTo | undefined>
}

/** A page that is a file: the same rights as any other, shown in the browser where it can be. */
export function download<Params extends z.ZodType = Nothing, Query extends z.ZodType = Nothing>(definition: DownloadDefinition<Params, Query>): Route {
  const { path, right } = definition
  return {
    path,
    right,
    mount: (app, host) => {
      app.get(path, { config: { right } }, async (request, reply) => {
        const { ctx, input } = await enterPage(host, request, definition)
        const file = await definition.show(input, ctx)
        if (file === undefined) throw new NotFound()
        if ('goTo' in file) return reply.redirect(file.goTo, 303)
        const isKept = file.isFromOutside === true && (file.isUnscanned === true || !file.contentType.startsWith('image/'))
        void reply.header('cache-control', 'no-store').header('content-disposition', `${isKept ? 'attachment' : 'inline'}; filename="${file.fileName}"`)
        if (file.isFromOutside === true) void reply.header('content-security-policy', "default-src 'none'; sandbox")
        return reply.type(file.contentType).send(Buffer.from(file.bytes))
      })
    },
  }
}
