import type { StateWords } from '../case/words.ts'
import type { PrintBatch } from './print-batch.ts'

export function batchStanding({ printed, posted }: Pick<PrintBatch, 'printed' | 'posted'>): StateWords {
  if (posted !== null) return { word: 'Posted', kind: 'done' }
  return printed === null ? { word: 'To print', kind: 'waiting' } : { word: 'Printed, to post', kind: 'going' }
}
