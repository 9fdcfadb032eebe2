import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StreamingCamera {
  readonly url: string
  /** What it was asked for, in order, without those it sent away to authenticate. */
  readonly asked: string[]
  /** Requests it sent away because their answer to its challenge was wrong or missing. */
  readonly sentAway: () => number
  /** Streams open to it now. */
  readonly listening: () => number
  /** Says something to everybody who listens. */
  say(bytes: Uint8Array): void
  /** Ends every connection in the middle of whatever it says. */
  cut(): void
  /** Takes new connections, or refuses them as a camera that restarts does. */
  setAnswering(answering: boolean): void
  close(): Promise<void>
}

interface Asked {
  readonly user: string
  readonly password: string
  readonly algorithm: 'MD5' | 'SHA-256'
  readonly contentType: string
  /** Uses of a nonce before it is called stale. */
  readonly nonceUses?: number
  /** The answers to `mediaFileFind` one after the other. */
  readonly pages?: () => readonly string[]
}

/** A camera of the test's own: real HTTP on loopback, digest authentication checked, streams that never end until they are cut. */
export async function aStreamingCamera(camera: Asked): Promise<StreamingCamera> {
  const streams = new Set<ServerResponse>()
  const asked: string[] = []
  let sentAway = 0
  let answering = true
  const guard = digestGuard(camera)
  let pages: readonly string[] = []
  const server = createServer((request, response) => {
    if (!answering) return request.socket.destroy()
    if (!guard(request, response)) return void (sentAway += 1)
    asked.push(request.url ?? '')
    if (!request.url?.includes('mediaFileFind')) return listen(response)
    if (request.url.includes('factory.create')) pages = camera.pages?.() ?? []
    return response.end(found(request.url))
  })
  const listen = (response: ServerResponse): void => {
    streams.add(response)
    response.on('close', () => streams.delete(response))
    response.writeHead(200, { 'content-type': camera.contentType }).flushHeaders()
  }
  const found = (url: string): string => {
    if (url.includes('factory.create')) return 'result=08137\r\n'
    if (!url.includes('findNextFile')) return 'OK\r\n'
    const [page = 'found=0\r\n', ...rest] = pages
    pages = rest
    return page
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sentAway: () => sentAway,
    listening: () => streams.size,
    say: (bytes) => streams.forEach((stream) => stream.write(bytes)),
    cut: () => server.closeAllConnections(),
    setAnswering: (now) => { answering = now },
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

/** RFC 7616 from the other side, with each nonce counted. */
function digestGuard({ user, password, algorithm, nonceUses = Number.POSITIVE_INFINITY }: Asked): (request: IncomingMessage, response: ServerResponse) => boolean {
  const hash = (text: string): string => createHash(algorithm === 'MD5' ? 'md5' : 'sha256').update(text).digest('hex')
  const uses = new Map<string, number>()
  let number = 0
  const challenge = (response: ServerResponse, stale: boolean): boolean => {
    const nonce = `nonce${++number}`
    uses.set(nonce, 0)
    response.writeHead(401, { 'www-authenticate': `Digest realm="camera", qop="auth", algorithm=${algorithm}, nonce="${nonce}"${stale ? ', stale=true' : ''}` }).end()
    return false
  }
  return (request, response) => {
    const given = request.headers.authorization ?? ''
    const field = (name: string): string => new RegExp(`\\b${name}="?([^",]*)`).exec(given)?.[1] ?? ''
    const used = uses.get(field('nonce'))
    if (used === undefined) return challenge(response, false)
    if (used >= nonceUses) return challenge(response, true)
    const expected = hash(`${hash(`${user}:camera:${password}`)}:${field('nonce')}:${field('nc')}:${field('cnonce')}:auth:${hash(`${request.method}:${request.url}`)}`)
    if (field('response') !== expected || Number.parseInt(field('nc'), 16) !== used + 1) return challenge(response, false)
    uses.set(field('nonce'), used + 1)
    return true
  }
}
