import type { Happening } from '#platform/decisions'
import { addPence, type CalendarDate, type Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'
import type { WriteOffClass, WriteOffCodeName } from './write-off-codes.ts'

export const writeOffStages = ['proposed', 'refused', 'written-off'] as const
export type WriteOffStage = (typeof writeOffStages)[number]

interface Said {
  readonly by: Named
  readonly on: CalendarDate
  readonly reasons: string
}

/** A part of it that is owed again: money came after all, the penalty became smaller, or a person took it back. */
export interface Reversal extends Said {
  readonly amountPence: Pence
}

/** What was given up of one debt, by whom, why, and how much of it has come back. */
export interface WriteOff {
  readonly id: string
  readonly caseId: string
  readonly penaltyId: string
  readonly code: WriteOffCodeName
  readonly class: WriteOffClass
  readonly amountPence: Pence
  readonly reasons: string
  readonly evidence: string
  readonly proposedBy: Named
  readonly proposedOn: CalendarDate
  readonly approvals: readonly Said[]
  readonly stage: WriteOffStage
  readonly refused: Said | null
  readonly writtenOffOn: CalendarDate | null
  readonly reversals: readonly Reversal[]
}

export interface WriteOffProposed extends Happening, Pick<WriteOff, 'caseId' | 'penaltyId' | 'code' | 'class' | 'amountPence' | 'reasons' | 'evidence' | 'proposedBy' | 'proposedOn'> {
  readonly type: 'write-off-proposed'
  readonly writeOffId: string
}

export interface WriteOffApproved extends Happening {
  readonly type: 'write-off-approved'
  readonly approval: Said
}

export interface WriteOffRefused extends Happening {
  readonly type: 'write-off-refused'
  readonly refusal: Said
}

/** The last approval it needed: the ledger moves with this. */
export interface DebtWrittenOff extends Happening {
  readonly type: 'debt-written-off'
  readonly amountPence: Pence
  readonly on: CalendarDate
}

export interface WriteOffReversed extends Happening {
  readonly type: 'write-off-reversed'
  readonly reversal: Reversal
}

export type WriteOffEvent = WriteOffProposed | WriteOffApproved | WriteOffRefused | DebtWrittenOff | WriteOffReversed

export function evolveWriteOff(state: WriteOff | undefined, event: WriteOffEvent): WriteOff {
  if (event.type === 'write-off-proposed') {
    const { type: _type, under: _under, writeOffId, ...facts } = event
    return { ...facts, id: writeOffId, approvals: [], stage: 'proposed', refused: null, writtenOffOn: null, reversals: [] }
  }
  if (state === undefined) throw new Error(`A write-off cannot begin with ${event.type}`)
  switch (event.type) {
    case 'write-off-approved':
      return { ...state, approvals: [...state.approvals, event.approval] }
    case 'write-off-refused':
      return { ...state, stage: 'refused', refused: event.refusal }
    case 'debt-written-off':
      return { ...state, stage: 'written-off', writtenOffOn: event.on }
    case 'write-off-reversed':
      return { ...state, reversals: [...state.reversals, event.reversal] }
  }
}

export function reversedPence({ reversals }: Pick<WriteOff, 'reversals'>): Pence {
  return addPence(...reversals.map(({ amountPence }) => amountPence))
}
