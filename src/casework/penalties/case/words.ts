import type { BusinessSize, Capacity, ClockName, Regime, Section, Transporter } from '#law'
import type { PenaltyStage } from '../penalty/penalty.ts'
import type { AlarmRaiser, CaseStage, Sighting } from './penalty-case.ts'

/** A state as the screens show it: a word, and the kind that gives it shape and colour. */
export interface StateWords {
  readonly word: string
  readonly kind: 'done' | 'stop' | 'look' | 'going' | 'waiting' | 'quiet'
}

export const caseStageWords: Readonly<Record<CaseStage, StateWords>> = {
  open: { word: 'Gathering facts', kind: 'going' },
  proposed: { word: 'Waiting for a decision', kind: 'going' },
  'part-decided': { word: 'Partly decided', kind: 'going' },
  decided: { word: 'Decided', kind: 'going' },
  closed: { word: 'Closed', kind: 'quiet' },
}

export const penaltyStageWords: Readonly<Record<PenaltyStage, StateWords>> = {
  proposed: { word: 'Proposed', kind: 'going' },
  withdrawn: { word: 'Proposal withdrawn', kind: 'quiet' },
  decided: { word: 'Decided, no notice yet', kind: 'going' },
  none: { word: 'No penalty', kind: 'done' },
  issued: { word: 'Notice issued', kind: 'going' },
  objected: { word: 'Objection held', kind: 'waiting' },
  determined: { word: 'Objection determined', kind: 'going' },
  cancelled: { word: 'Cancelled', kind: 'done' },
  settled: { word: 'Settled', kind: 'done' },
  'written-off': { word: 'Written off', kind: 'stop' },
}

export const capacityWords: Readonly<Record<Capacity, string>> = { driver: 'Driver', owner: 'Owner', hirer: 'Hirer', operator: 'Operator' }

export const regimeWords: Readonly<Record<Regime, string>> = {
  PRE_2023: 'Before 13 February 2023',
  R2023: 'From 13 February 2023',
  R2026: 'From 13 February 2023, with the practice of 1 January 2026',
}

export const transporterWords: Readonly<Record<Transporter, string>> = {
  'goods-vehicle': 'Goods vehicle', 'detached-trailer': 'Detached trailer', 'bus': 'Bus or coach', 'other-vehicle': 'Other vehicle',
}

export const sectionWords: Readonly<Record<Section, string>> = {
  '32': 'Section 32, carrying clandestine entrants',
  '31A': 'Section 31A, vehicle not adequately secured',
}

export const alarmWords: Readonly<Record<AlarmRaiser, string>> = {
  driver: 'The driver', search: 'Our search', dog: 'A dog', police: 'Police', public: 'A member of the public', other: 'Somebody else',
}

export const sightingWords: Readonly<Record<Sighting, string>> = { 'seen': 'Seen', 'not-seen': 'Asked for, not produced', 'not-asked': 'Not asked for' }

export const sizeWords: Readonly<Record<BusinessSize, string>> = { micro: 'Micro', small: 'Small', medium: 'Medium-sized', large: 'Large' }

export const clockWords: Readonly<Record<ClockName, string>> = {
  'issue': 'to issue the notice',
  'object': 'to object',
  'decide': 'to decide the objection',
  'pay': 'to pay',
  'appeal': 'to appeal',
  'provisional-detention': 'of provisional detention',
  'sale': 'a sale becomes possible',
  'sale-lapse': 'to sell',
}
