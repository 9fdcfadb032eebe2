import type { BulkName, BulkStage } from './bulk-act.ts'
import type { StateWords } from '../case/words.ts'

export const bulkWords: Readonly<Record<BulkName, { readonly what: string; readonly done: string }>> = {
  move: { what: 'Give them to somebody else', done: 'Given to somebody else' },
  close: { what: 'Close them', done: 'Closed' },
  hold: { what: 'Hold recovery on every notice in force', done: 'Recovery held' },
}

export const bulkStageWords: Readonly<Record<BulkStage, StateWords>> = {
  prepared: { word: 'Prepared', kind: 'waiting' },
  approved: { word: 'Approved', kind: 'going' },
  run: { word: 'Done', kind: 'done' },
  dropped: { word: 'Dropped', kind: 'quiet' },
}
