import type { Control } from '#values'
import type { MadePlate } from './plates.ts'
import type { Lorry } from './passage.ts'

/** The lorry that the demonstration's watchlist names. */
export const demoLorry: MadePlate = { plate: 'B84KLG', country: 'RO' }

/** The same with the trailer it pulls. */
export const storyLorry: Lorry = { tractor: demoLorry, trailer: { plate: 'B519KLG', country: 'RO' }, legible: true }

export interface Scene {
  readonly port: Control
  readonly afterSeconds: number
  readonly lorry: Lorry
}

/** Soon enough at Calais to be seen by somebody who has just signed in, and at Dunkerque when they have had time to act on it. */
export const story: readonly Scene[] = [
  { port: 'calais', afterSeconds: 45, lorry: storyLorry },
  { port: 'dunkerque', afterSeconds: 300, lorry: storyLorry },
]
