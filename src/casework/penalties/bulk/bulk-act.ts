import { announce, refuse, type Decision, type Happening } from '#platform/decisions'
import { hoursAfter, type Instant, type Officer, type Role } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** What can be done to many cases at once. Acts that touch penalties or money need two officers. */
export const bulkActs = ['move', 'close', 'hold'] as const
export type BulkName = (typeof bulkActs)[number]

/** What was answered besides the reasons, such as to whom the cases go. */
export type BulkAnswers = Readonly<Record<string, string | null>>

export type BulkStage = 'prepared' | 'approved' | 'running' | 'run' | 'undoing' | 'undone' | 'dropped'

/** Under whose rights each case is acted on, also after their page has long been answered. */
export interface Actor extends Named {
  readonly role: Role
}

export function actorOf({ id, name, role }: Officer): Actor {
  return { officerId: id, name, role }
}

export interface Undoing {
  readonly by: Actor
  readonly at: Instant
  readonly reasons: string
}

/** One act on many cases, from its preparation to its report. */
export interface BulkAct {
  readonly id: string
  readonly act: BulkName
  readonly answers: BulkAnswers
  readonly caseIds: readonly string[]
  readonly reasons: string
  readonly needsTwo: boolean
  readonly stage: BulkStage
  readonly preparedBy: Actor
  readonly preparedAt: Instant
  readonly approvedBy: Named | null
  readonly runBy: Actor | null
  readonly runAt: Instant | null
  readonly undoing: Undoing | null
}

export interface BulkPrepared extends Happening, Pick<BulkAct, 'act' | 'answers' | 'caseIds' | 'reasons' | 'needsTwo' | 'preparedBy' | 'preparedAt'> {
  readonly type: 'bulk-prepared'
  readonly bulkId: string
}

export interface BulkApproved extends Happening {
  readonly type: 'bulk-approved'
  readonly approvedBy: Named
}

export interface BulkBegun extends Happening {
  readonly type: 'bulk-begun'
  readonly runBy: Actor
  readonly runAt: Instant
}

export interface BulkRun extends Happening {
  readonly type: 'bulk-run'
  readonly done: number
  readonly refused: number
}

export interface BulkUndoBegun extends Happening {
  readonly type: 'bulk-undo-begun'
  readonly undoing: Undoing
}

export interface BulkUndone extends Happening {
  readonly type: 'bulk-undone'
  readonly done: number
  readonly refused: number
}

export interface BulkDropped extends Happening {
  readonly type: 'bulk-dropped'
}

export type BulkEvent = BulkPrepared | BulkApproved | BulkBegun | BulkRun | BulkUndoBegun | BulkUndone | BulkDropped

export function evolveBulk(state: BulkAct | undefined, event: BulkEvent): BulkAct {
  if (event.type === 'bulk-prepared') {
    const { bulkId, act, answers, caseIds, reasons, needsTwo, preparedBy, preparedAt } = event
    return { id: bulkId, act, answers, caseIds, reasons, needsTwo, preparedBy, preparedAt, stage: 'prepared', approvedBy: null, runBy: null, runAt: null, undoing: null }
  }
  if (state === undefined) throw new Error('An act on many cases is prepared first')
  switch (event.type) {
    case 'bulk-approved': return { ...state, stage: 'approved', approvedBy: event.approvedBy }
    case 'bulk-begun': return { ...state, stage: 'running', runBy: event.runBy, runAt: event.runAt }
    case 'bulk-run': return { ...state, stage: 'run' }
    case 'bulk-undo-begun': return { ...state, stage: 'undoing', undoing: event.undoing }
    case 'bulk-undone': return { ...state, stage: 'undone' }
    case 'bulk-dropped': return { ...state, stage: 'dropped' }
  }
}

const touchPenalties: readonly BulkName[] = ['hold']

/** Sent twice, the same form prepares one act: its id came with it. */
export function prepareBulk(bulk: BulkAct | undefined, preparing: Omit<BulkPrepared, 'type' | 'needsTwo' | 'under'>, most: number): Decision<BulkPrepared> {
  if (bulk !== undefined) return bulk.preparedBy.officerId === preparing.preparedBy.officerId ? announce() : refuse('no-such-bulk-act')
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

/** Pressed twice, it is begun once; one that was cut off goes on by itself. */
export function beginBulk(bulk: BulkAct | undefined, { runBy, runAt, isChecked }: Pick<BulkBegun, 'runBy' | 'runAt'> & { readonly isChecked: boolean }): Decision<BulkBegun> {
  if (bulk === undefined) return refuse('no-such-bulk-act')
  if (bulk.stage === 'running') return announce()
  if (bulk.stage !== 'prepared' && bulk.stage !== 'approved') return refuse('bulk-over')
  if (bulk.needsTwo && bulk.stage !== 'approved') return refuse('needs-a-second-officer')
  return isChecked ? announce({ type: 'bulk-begun', runBy, runAt }) : refuse('bulk-being-checked')
}

export function dropBulk(bulk: BulkAct | undefined): Decision<BulkDropped> {
  if (bulk === undefined) return refuse('no-such-bulk-act')
  return bulk.stage === 'prepared' || bulk.stage === 'approved' ? announce({ type: 'bulk-dropped' }) : refuse('bulk-over')
}

/** Whoever was mistaken finds out soon; later each case has gone its own way. */
export function undoBulk(bulk: BulkAct | undefined, undoing: Undoing, withinHours: number): Decision<BulkUndoBegun> {
  if (bulk === undefined) return refuse('no-such-bulk-act')
  if (bulk.stage !== 'run' || !isUndoable(bulk, undoing.at, withinHours)) return refuse('too-late-to-undo')
  return undoing.reasons.trim() === '' ? refuse('reasons-needed') : announce({ type: 'bulk-undo-begun', undoing })
}

export function isUndoable({ stage, runAt }: BulkAct, now: Instant, withinHours: number): boolean {
  return stage === 'run' && runAt !== null && now <= hoursAfter(withinHours, runAt)
}

/** What is being done to one case after the other; nothing once it is over. */
export const passes = { 'prepared': 'check', 'approved': 'check', 'running': 'run', 'undoing': 'undo' } as const satisfies Partial<Record<BulkStage, string>>
export type Pass = (typeof passes)[keyof typeof passes]

export function passOf({ stage }: Pick<BulkAct, 'stage'>): Pass | undefined {
  return stage in passes ? passes[stage as keyof typeof passes] : undefined
}
