import type { Instant } from './instant.ts'
import type { Port, Site } from './site.ts'

/** What a signed-in person is authorised to be; `visitor` is anybody who has not signed in. */
export const roles = [
  'lane-officer',
  'duty-officer-uk',
  'duty-officer-fr',
  'caseworker',
  'senior-officer',
  'finance',
  'analyst',
  'watchlist-owner',
  'auditor',
  'visitor',
] as const

export type Role = (typeof roles)[number]

export interface Officer {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** The port this officer works at; absent for those who work at the centre. */
  readonly port?: Port
}

/** Who did something, when, and why: the head of every history row. `machine` acts only where no person is affected. */
export interface By {
  readonly officerId: string
  readonly name: string
  readonly role: Role | 'machine'
  readonly site: Site
  readonly at: Instant
  readonly reason?: string
}

export const visitor: Officer = { id: 'visitor', name: 'Visitor', role: 'visitor' }
