import type { Happening } from '#platform/decisions'
import type { CalendarDate, Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** Why other notices share what was wrong with one. */
export const sisterCauses = ['plate-misread', 'not-theirs', 'same-finding'] as const
export type SisterCause = (typeof sisterCauses)[number]

/** `reduce` takes the same share off as was taken off the first. */
export const sisterKinds = ['cancel', 'reduce'] as const
export type SisterKind = (typeof sisterKinds)[number]

/** One notice that is to be corrected, and from which amount: if that has moved meanwhile, it is left alone. */
export interface SisterItem {
  readonly penaltyId: string
  readonly caseId: string
  readonly fromPence: Pence
  readonly toPence: Pence
}

/** What became of one item: corrected, or refused and why. */
export interface SisterResult {
  readonly penaltyId: string
  readonly refused: string | null
}

export interface SisterAnswer {
  readonly agreed: boolean
  readonly by: Named
  readonly on: CalendarDate
  readonly reasons: string
}

/** The same correction for several notices: proposed by one officer, agreed by another, and then made one by one. */
export interface SisterCorrection {
  readonly id: string
  /** The penalty that brought it to light, and its case. */
  readonly originId: string
  readonly caseId: string
  readonly cause: SisterCause
  readonly kind: SisterKind
  readonly reasons: string
  /** None where somebody looked and found that nothing else has to be corrected. */
  readonly items: readonly SisterItem[]
  readonly proposedBy: Named
  readonly proposedOn: CalendarDate
  readonly answer: SisterAnswer | null
  readonly results: readonly SisterResult[]
}

export interface SistersProposed extends Happening, Omit<SisterCorrection, 'id' | 'answer' | 'results'> {
  readonly type: 'sister-correction-proposed'
  readonly correctionId: string
}

export interface SistersAnswered extends Happening {
  readonly type: 'sister-correction-answered'
  readonly answer: SisterAnswer
}

export interface SisterCorrected extends Happening {
  readonly type: 'sister-corrected'
  readonly result: SisterResult
}

export type SisterEvent = SistersProposed | SistersAnswered | SisterCorrected

export function evolveSisters(state: SisterCorrection | undefined, event: SisterEvent): SisterCorrection {
  if (event.type === 'sister-correction-proposed') {
    const { correctionId, originId, caseId, cause, kind, reasons, items, proposedBy, proposedOn } = event
    return { id: correctionId, originId, caseId, cause, kind, reasons, items, proposedBy, proposedOn, answer: null, results: [] }
  }
  if (state === undefined) throw new Error(`A correction of sister notices cannot begin with ${event.type}`)
  return event.type === 'sister-correction-answered' ? { ...state, answer: event.answer } : { ...state, results: [...state.results, event.result] }
}

export type SisterStage = 'none-needed' | 'waiting' | 'sent-back' | 'unfinished' | 'done'

export function sisterStage(correction: SisterCorrection): SisterStage {
  const { items, answer } = correction
  if (items.length === 0) return 'none-needed'
  if (answer === null) return 'waiting'
  if (!answer.agreed) return 'sent-back'
  return leftToCorrect(correction).length === 0 ? 'done' : 'unfinished'
}

/** A machine that stopped in the middle goes on where it was. */
export function leftToCorrect({ items, results }: Pick<SisterCorrection, 'items' | 'results'>): readonly SisterItem[] {
  const done = new Set(results.map(({ penaltyId }) => penaltyId))
  return items.filter(({ penaltyId }) => !done.has(penaltyId))
}
