import type { BulkName, BulkStage } from './bulk-act.ts'
import type { StateWords } from '../case/words.ts'

export const bulkWords: Readonly<Record<BulkName, { readonly what: string; readonly done: string; readonly undone: string }>> = {
  move: { what: 'Give them to somebody else', done: 'Given to somebody else', undone: 'Given back' },
  close: { what: 'Close them', done: 'Closed', undone: 'Opened again' },
  hold: { what: 'Hold recovery on every notice in force', done: 'Recovery held', undone: 'Hold lifted' },
}

export const bulkStageWords: Readonly<Record<BulkStage, StateWords>> = {
  prepared: { word: 'Prepared', kind: 'waiting' },
  approved: { word: 'Approved', kind: 'going' },
  running: { word: 'Being done', kind: 'going' },
  run: { word: 'Done', kind: 'done' },
  undoing: { word: 'Being undone', kind: 'going' },
  undone: { word: 'Undone', kind: 'quiet' },
  dropped: { word: 'Dropped', kind: 'quiet' },
}
