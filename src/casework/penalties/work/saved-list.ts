import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { Named } from '../penalty/penalty.ts'

/** A list of cases that somebody keeps under a name: an address and nothing of what it showed. */
export interface SavedList {
  readonly id: string
  readonly keptBy: Named
  readonly name: string
  readonly address: string
  readonly forTeam: boolean
  readonly isForgotten: boolean
}

export interface ListKept extends Happening, Omit<SavedList, 'id' | 'isForgotten'> {
  readonly type: 'list-kept'
  readonly listId: string
}

export interface ListForgotten extends Happening {
  readonly type: 'list-forgotten'
}

export type ListEvent = ListKept | ListForgotten

export function evolveList(state: SavedList | undefined, event: ListEvent): SavedList {
  if (event.type === 'list-kept') {
    const { listId, keptBy, name, address, forTeam } = event
    return { id: listId, keptBy, name, address, forTeam, isForgotten: false }
  }
  if (state === undefined) throw new Error('A list is kept before it is forgotten')
  return { ...state, isForgotten: true }
}

/** Only who keeps a list can forget it. */
export function forgetList(list: SavedList | undefined, officerId: string): Decision<ListForgotten> {
  return list === undefined || list.isForgotten || list.keptBy.officerId !== officerId ? refuse('no-such-list') : announce({ type: 'list-forgotten' })
}
