import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import type { Instant } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** What can be done to many cases at once. Acts that touch penalties or money need two officers. */
export const bulkActs = ['move', 'close', 'hold'] as const
export type BulkName = (typeof bulkActs)[number]

/** What was answered besides the reasons, such as to whom the cases go. */
export type BulkAnswers = Readonly<Record<string, string | null>>

export type BulkStage = 'prepared' | 'approved' | 'run' | 'dropped'

/** One act on many cases, from its preparation to its report. */
export interface BulkAct {
  readonly id: string
  readonly act: BulkName
  readonly answers: BulkAnswers
  readonly caseIds: readonly string[]
  readonly reasons: string
  readonly needsTwo: boolean
  readonly stage: BulkStage
  readonly preparedBy: Named
  readonly preparedAt: Instant
  readonly approvedBy: Named | null
}

export interface BulkPrepared extends Happening, Omit<BulkAct, 'id' | 'stage' | 'approvedBy'> {
  readonly type: 'bulk-prepared'
  readonly bulkId: string
}

export interface BulkApproved extends Happening {
  readonly type: 'bulk-approved'
  readonly approvedBy: Named
}

export interface BulkRun extends Happening {
  readonly type: 'bulk-run'
  readonly done: number
  readonly refused: number
}

export interface BulkDropped extends Happening {
  readonly type: 'bulk-dropped'
}

export type BulkEvent = BulkPrepared | BulkApproved | BulkRun | BulkDropped

export function evolveBulk(state: BulkAct | undefined, event: BulkEvent): BulkAct {
  if (event.type === 'bulk-prepared') {
    const { bulkId, act, answers, caseIds, reasons, needsTwo, preparedBy, preparedAt } = event
    return { id: bulkId, act, answers, caseIds, reasons, needsTwo, preparedBy, preparedAt, stage: 'prepared', approvedBy: null }
  }
  if (state === undefined) throw new Error('An act on many cases is prepared first')
  if (event.type === 'bulk-approved') return { ...state, stage: 'approved', approvedBy: event.approvedBy }
  return { ...state, stage: event.type === 'bulk-run' ? 'run' : 'dropped' }
}

const touchPenalties: readonly BulkName[] = ['hold']

export function prepareBulk(preparing: Omit<BulkPrepared, 'type' | 'needsTwo' | 'under'>, most: number): Decision<BulkPrepared> {
  if (preparing.caseIds.length === 0) return refuse('nothing-picked')
  if (preparing.caseIds.length > most) return refuse('too-many-picked')
  return announce({ type: 'bulk-prepared', ...preparing, needsTwo: touchPenalties.includes(preparing.act) })
}

export function approveBulk(bulk: BulkAct | undefined, approvedBy: Named): Decision<BulkApproved> {
  if (bulk === undefined) return refuse('no-such-bulk-act')
  if (bulk.stage !== 'prepared') return refuse('bulk-over')
  if (!bulk.needsTwo) return refuse('not-needed')
  if (bulk.preparedBy.officerId === approvedBy.officerId) return refuse('prepared-by-the-same-person')
  return announce({ type: 'bulk-approved', approvedBy })
}

/** Whether it may be run now; one that was run, or begun, may be run again and finds what it has done. */
export function mayRun(bulk: BulkAct | undefined): Decision<never> {
  if (bulk === undefined) return refuse('no-such-bulk-act')
  if (bulk.stage === 'dropped' || bulk.stage === 'run') return refuse('bulk-over')
  return bulk.needsTwo && bulk.stage !== 'approved' ? refuse('needs-a-second-officer') : announce()
}

export function dropBulk(bulk: BulkAct | undefined): Decision<BulkDropped> {
  if (bulk === undefined) return refuse('no-such-bulk-act')
  return bulk.stage === 'prepared' || bulk.stage === 'approved' ? announce({ type: 'bulk-dropped' }) : refuse('bulk-over')
}
