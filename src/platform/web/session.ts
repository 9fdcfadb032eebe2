import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import secureSession from '@fastify/secure-session'
import type { Officer } from '#values'
import type { AppOptions } from './host.ts'
import { sessionHours } from './limits.ts'

declare module '@fastify/secure-session' {
  interface SessionData {
    officer: Officer
    /** What the last act did, shown once on the next page. */
    done: string
    /** What sign-in has to remember between sending somebody away and their return. */
    signingIn: { readonly state: string; readonly nonce: string; readonly verifier: string; readonly next: string }
  }
}

/**
 * Sessions live in one sealed cookie, so a port needs nothing from anywhere to know its officers.
 * Cookies ignore the port number, so each site on a machine names its own.
 */
export async function addSessions(app: FastifyInstance, { site, audience, dataDir, publicUrl }: Pick<AppOptions, 'site' | 'audience' | 'dataDir' | 'publicUrl'>): Promise<void> {
  const secure = publicUrl.startsWith('https:')
  const name = `juxta-${audience === 'public' ? 'public' : site}`
  await app.register(secureSession, {
    key: await secretKey(dataDir, `session-${audience ?? 'staff'}-${site}`),
    cookieName: secure ? `__Host-${name}` : name,
    expiry: sessionHours * 3600,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  })
}

/** Reads the key of that name, or makes it; a second process starting at the same moment gets the same one. */
export async function secretKey(dataDir: string, name: string): Promise<Buffer> {
  const folder = join(dataDir, 'secrets')
  const path = join(folder, `${name}.key`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const kept = await readFile(path).catch(() => undefined)
  if (kept !== undefined) return kept
  const draft = `${path}.${process.pid}`
  const file = await open(draft, 'w', 0o600)
  await file.writeFile(randomBytes(32))
  await file.sync()
  await file.close()
  await rename(draft, path)
  return readFile(path)
}
