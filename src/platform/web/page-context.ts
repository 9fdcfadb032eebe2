import type { FastifyRequest } from 'fastify'
import type { Clock } from '#platform/clock'
import type { Database } from '#platform/database'
import { visitor, type By, type Officer, type Site } from '#values'
import type { Host } from './host.ts'

export type Language = 'en' | 'fr'

/** What a page may use: who asks, where, when, and the site's database. */
export interface PageContext {
  readonly db: Database
  readonly officer: Officer
  readonly clock: Clock
  readonly language: Language
  readonly site: Site
  /** In a demonstration nothing has legal effect, and what leaves the screen says so. */
  readonly mode: 'demo' | 'production'
  readonly publicDoorUrl: string | undefined
  /** Whether a form was sent: what is shown now was on the officer's screen before. */
  readonly isSent: boolean
  /** Who does this and why, for the history. */
  by(reason?: string): By
  words(en: string, fr: string): string
}

export function pageContext(host: Host, request: FastifyRequest): PageContext {
  const { db, clock, site, mode, publicDoorUrl } = host
  const officer = officerOf(request)
  const language = languageOf(request)
  return {
    db, clock, site, mode, officer, language, publicDoorUrl,
    isSent: request.method === 'POST',
    by: (reason) => {
      const by = { officerId: officer.id, name: officer.name, role: officer.role, site, at: clock.now() }
      return reason === undefined ? by : { ...by, reason }
    },
    words: (en, fr) => (language === 'fr' ? fr : en),
  }
}

export function officerOf(request: FastifyRequest): Officer {
  return request.session?.get('officer') ?? visitor
}

export function languageOf(request: FastifyRequest): Language {
  return request.cookies?.['language'] === 'fr' ? 'fr' : 'en'
}

/** `auto` follows the terminal's own setting; officers on night shift choose `dark` and keep it. */
export type Theme = 'auto' | 'light' | 'dark'

export function themeOf(request: FastifyRequest): Theme {
  const theme = request.cookies?.['theme']
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}
