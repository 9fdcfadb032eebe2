import type { StateWords } from '../case/words.ts'
import { sisterStage, type SisterCause, type SisterCorrection, type SisterKind, type SisterStage } from './sister-correction.ts'

export const causeWords: Readonly<Record<SisterCause, string>> = {
  'plate-misread': 'The plate was misread',
  'not-theirs': 'The vehicle was not theirs on the day, or the person was mistaken for another',
  'same-finding': 'What was found for this one holds for them too',
}

export const kindWords: Readonly<Record<SisterKind, string>> = { cancel: 'Cancel', reduce: 'Take the same share off' }

const stageWords: Readonly<Record<SisterStage, StateWords>> = {
  'none-needed': { word: 'Looked at: none to correct', kind: 'quiet' },
  'waiting': { word: 'Waits for another officer', kind: 'waiting' },
  'sent-back': { word: 'Sent back', kind: 'stop' },
  'unfinished': { word: 'Agreed, not finished', kind: 'look' },
  'done': { word: 'Done', kind: 'done' },
}

export function sisterStageView(correction: SisterCorrection): StateWords {
  return stageWords[sisterStage(correction)]
}
