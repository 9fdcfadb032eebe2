import type { StateWords } from '../case/words.ts'
import type { PlanEnding } from './plan.ts'
import type { InstalmentStanding } from './plan-standing.ts'
import type { InstalmentRhythm } from './schedule.ts'

export const rhythmWords: Readonly<Record<InstalmentRhythm, string>> = { week: 'Every week', fortnight: 'Every two weeks', month: 'Every month' }

export const lineWords: Readonly<Record<InstalmentStanding, StateWords>> = {
  paid: { word: 'Paid', kind: 'done' },
  coming: { word: 'To come', kind: 'quiet' },
  due: { word: 'Due', kind: 'look' },
  missed: { word: 'Missed', kind: 'stop' },
}

export const endingWords: Readonly<Record<PlanEnding, string>> = { defaulted: 'It was not kept', replaced: 'Another takes its place, or they wish it' }
