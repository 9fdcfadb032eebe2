import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SpoolRefused } from '#platform/spool'
import { anyone } from '#platform/web'
import type { Intake } from './intake.feed.ts'
import { messageMaxBytes, sendAgainSeconds } from './limits.ts'

interface CameraPost {
  Params: { cameraId: string }
  Querystring: { key?: string }
}

/**
 * `POST /cameras/{cameraId}/events`. The camera is told 200 once its message is on disk, whatever the message says; 404 when it is not on
 * the register and 401 when its key is wrong, because then it is not ours. It shows its key as a Basic password or as `?key=`.
 */
export function cameraEvents(part: FastifyInstance, intake: Intake): void {
  // The body is kept as it came: no parser may touch, refuse or decode it.
  part.removeAllContentTypeParsers()
  part.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: messageMaxBytes }, (_request, body, done) => done(null, body))
  part.addHook('onRequest', async ({ raw: { headers } }) => hideContentType(headers))
  // What browsers are told of safety is worked out anew for each answer, and no camera is one.
  part.post<CameraPost>('/cameras/:cameraId/events', { config: { right: anyone }, helmet: false, bodyLimit: messageMaxBytes, logLevel: 'warn' }, async (request, reply) => {
    const { cameraId } = request.params
    const standing = await intake.cameras.standing(cameraId, keyOf(request))
    if (standing === 'unknown-camera') return reply.status(404).send({ error: standing, message: `No camera ${cameraId} is registered at this port` })
    if (standing === 'wrong-key') return reply.status(401).header('www-authenticate', 'Basic realm="camera"').send({ error: standing, message: 'The key is not the one this camera was registered with' })
    return spool(intake, request, reply, standing === 'known')
  })
}

const sentContentType = 'x-sent-content-type'

/** Fastify answers 415 to a content type that is not well formed. Some cameras send such ones, and their reads count all the same. */
function hideContentType(headers: IncomingHttpHeaders): void {
  headers[sentContentType] = headers['content-type'] ?? ''
  headers['content-type'] = 'application/octet-stream'
}

async function spool(intake: Intake, request: FastifyRequest<CameraPost>, reply: FastifyReply, keyChecked: boolean): Promise<FastifyReply> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const contentType = String(request.headers[sentContentType] ?? '')
  try {
    await intake.receive({ cameraId: request.params.cameraId, contentType, keyChecked, bytes })
    return reply.send({ stored: true })
  } catch (fault) {
    // Never a silent loss: a camera that can keep its reads is told to keep them, and when to come again.
    const busy = fault instanceof SpoolRefused && fault.why === 'busy'
    const said = busy ? { error: 'busy', message: 'More waits for the disk than can be held: send the message again' } : { error: 'disk', message: 'The message could not be written to disk: keep it and send it again' }
    return reply.status(503).header('retry-after', String(sendAgainSeconds)).send(said)
  }
}

function keyOf({ headers, query }: FastifyRequest<CameraPost>): string {
  const basic = /^Basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  const pair = basic === undefined ? undefined : Buffer.from(basic, 'base64').toString()
  return pair === undefined ? String(query.key ?? '') : pair.slice(pair.indexOf(':') + 1)
}
