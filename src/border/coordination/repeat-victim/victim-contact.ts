import { announce, refuse, type Decision } from '#platform/decisions'
import type { By, Instant, Plate } from '#values'

export const contactWays = ['telephone', 'letter', 'visit', 'association'] as const

export type ContactWay = (typeof contactWays)[number]

/** That somebody spoke to the people behind a vehicle, how, and what was agreed. It is help that was offered, and weighs in no decision. */
export interface VictimContact {
  readonly id: string
  readonly plate: Plate
  readonly how: ContactWay
  readonly note: string
  readonly contactedBy: string
  readonly contactedByName: string
  readonly contactedAt: Instant
}

export interface VictimContacted extends VictimContact {
  readonly type: 'victim-contacted'
}

export function evolveContact(_contact: VictimContact | undefined, { type: _type, ...contact }: VictimContacted): VictimContact {
  return contact
}

/** Written down once; the same form sent again changes nothing. */
export function noteContact(known: VictimContact | undefined, told: Pick<VictimContact, 'id' | 'plate' | 'how' | 'note'>, { officerId, name, at }: By): Decision<VictimContacted> {
  if (known !== undefined) return announce()
  if (told.plate.length === 0) return refuse('no-plate')
  return announce({ type: 'victim-contacted', ...told, contactedBy: officerId, contactedByName: name, contactedAt: at })
}
