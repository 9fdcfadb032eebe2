import { z } from 'zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { may } from '#platform/identity'
import { MayNot, NotFound, pageContext, SignInFirst, type Host, type PageContext, type Route } from '#platform/web'
import { seeDetectionPersons } from '../rights.ts'
import { referenceOf, type Detection } from './detection.ts'
import { readDetection } from './detection.store.ts'
import { logLook, lookQuery, reasonFor } from './look.page.ts'
import type { Photo } from './photo.ts'
import { readPhoto } from './photo.store.ts'

const path = '/detections/:id/photos/:sha256'
const params = z.object({ id: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** The picture itself, byte for byte as it was taken, to those who may read the record it belongs to. */
export const photoFile: Route = {
  path,
  right: seeDetectionPersons,
  mount: (app, host) => {
    app.get(path, { config: { right: seeDetectionPersons } }, (request, reply) => sendPhoto(host, request, reply))
  },
}

async function sendPhoto(host: Host, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const ctx = pageContext(host, request)
  const { detection, photo } = await photoAsked(ctx, request)
  const query = lookQuery.catch({}).parse(request.query)
  const reason = reasonFor(detection, ctx, query)
  if (reason === undefined) return reply.redirect(`/detections/${detection.id}`, 303)
  const bytes = await readPhoto(ctx.db, detection.site, photo.sha256)
  if (bytes === undefined) throw new NotFound()
  await logLook(ctx, detection, `photograph ${photo.sha256.slice(0, 12)}`, { reason, detail: query.detail })
  return reply.headers(safely(detection, photo)).send(bytes)
}

async function photoAsked(ctx: PageContext, request: FastifyRequest): Promise<{ detection: Detection; photo: Photo }> {
  if (!may(ctx.officer, seeDetectionPersons)) throw ctx.officer.role === 'visitor' ? new SignInFirst() : new MayNot(seeDetectionPersons)
  const asked = params.safeParse(request.params)
  const detection = asked.success ? await readDetection(ctx.db, asked.data.id) : undefined
  const photo = detection?.photos.find(({ sha256 }) => sha256 === asked.data?.sha256)
  if (detection === undefined || photo === undefined) throw new NotFound()
  if (!may(ctx.officer, seeDetectionPersons, detection)) throw new MayNot(seeDetectionPersons)
  return { detection, photo }
}

/** A file from outside is shown as the one type its bytes proved to be, runs nothing, and stays in no cache. */
function safely(detection: Detection, { contentType, sha256 }: Photo): Record<string, string> {
  const ending = contentType === 'image/png' ? 'png' : 'jpg'
  return {
    'content-type': contentType,
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="detection-${referenceOf(detection)}-${sha256.slice(0, 12)}.${ending}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  }
}
