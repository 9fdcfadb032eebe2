import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { penalties } from '../../src/casework/penalties/wire.ts'
import { settableClock } from '../../src/platform/clock/door.ts'
import type { Database } from '../../src/platform/database/door.ts'
import { buildApp, routesOf } from '../../src/platform/web/door.ts'
import { instant, type Officer } from '../../src/values/door.ts'

/** The staff site of the centre, asked without a socket: what is timed is the server's own work, from the request to the whole page. */
export interface Asked {
  readonly has: (path: string) => boolean
  /** Milliseconds of server time, of a form when its answers are given; throws where the page is not shown. */
  readonly ask: (officer: Officer, address: string, form?: Readonly<Record<string, string>>) => Promise<number>
  readonly close: () => Promise<void>
}

export async function openCasework(db: Database, databaseUrl: string): Promise<Asked> {
  const dataDir = await mkdtemp(join(tmpdir(), 'juxta-bench-casework-site-'))
  const clock = settableClock(instant('2026-03-10T09:00:00Z'))
  const app = await buildApp({
    site: 'centre', audience: 'staff', db, databaseUrl, clock, wirings: [penalties], mode: 'demo', dataDir, publicUrl: 'http://localhost',
    onFault: (fault) => console.error(fault),
  })
  const cookies = new Map<string, string>()
  const cookieOf = (officer: Officer): string => {
    const known = cookies.get(officer.id)
    if (known !== undefined) return known
    const cookie = `juxta-centre=${encodeURIComponent(app.encodeSecureSession(app.createSecureSession({ officer })))}`
    cookies.set(officer.id, cookie)
    return cookie
  }
  const paths = new Set(routesOf(app).map(({ url }) => url))
  return {
    has: (path) => paths.has(path),
    ask: async (officer, url, form) => {
      const headers = { cookie: cookieOf(officer) }
      const sent = form === undefined ? { url, headers } : { method: 'POST' as const, url, headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(form).toString() }
      const began = performance.now()
      const { statusCode, body } = await app.inject(sent)
      const spentMs = performance.now() - began
      if (statusCode !== 200 || body.includes('Why are you looking')) throw new Error(`${url} answered ${statusCode}`)
      return spentMs
    },
    close: async () => {
      await app.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
