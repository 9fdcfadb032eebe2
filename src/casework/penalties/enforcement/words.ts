import type { StateWords } from '../case/words.ts'
import { letterMethods, serviceOutcomes, type LetterMethod, type ServiceOutcome } from './enforcement-step.ts'

export const methodWords: Readonly<Record<LetterMethod, string>> = { 'post': 'Post', 'tracked-post': 'Tracked post', 'e-mail': 'E-mail', 'by-hand': 'By hand' }

export const methodChoices = letterMethods.map((value) => ({ value, text: methodWords[value] }))

export const outcomeWords: Readonly<Record<ServiceOutcome, StateWords>> = {
  served: { word: 'Arrived', kind: 'done' },
  returned: { word: 'Came back', kind: 'stop' },
  unknown: { word: 'Nothing heard', kind: 'look' },
}

export const outcomeChoices = serviceOutcomes.map((value) => ({ value, text: outcomeWords[value].word }))
