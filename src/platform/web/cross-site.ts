import type { FastifyRequest } from 'fastify'
import { FromAnotherSite } from './stops.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another website asked this browser to make. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, and older ones in `Origin`; a program that is no browser sends neither and holds no cookie of
 * anybody else's (ADR 0004).
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (reading.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) {
    if (site !== 'same-origin' && site !== 'none') throw new FromAnotherSite()
    return
  }
  const { origin } = request.headers
  if (origin !== undefined && URL.parse(origin)?.host !== request.host) throw new FromAnotherSite()
}
