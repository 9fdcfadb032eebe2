import type { Happening } from '#platform/decisions'
import type { CalendarDate, Pence } from '#values'
import type { Named, ObjectionGrounds } from '../penalty/penalty.ts'

/** Where an appeal under section 35A lies: England, Wales and Northern Ireland, or Scotland. */
export const firstCourts = ['county-court', 'sheriff-court'] as const

/** Where what they decide may be taken further; within a county court also, from a district judge to a circuit judge. */
export const appealCourts = [...firstCourts, 'high-court', 'court-of-appeal', 'sheriff-appeal-court', 'court-of-session', 'supreme-court'] as const
export type AppealCourt = (typeof appealCourts)[number]

/** `late`: after the last day on both readings of the time limit (point C7); `late-on-one-reading`: on the older, shorter one only; `taken-further`: its time is the higher court’s to judge. */
export const appealStandings = ['in-time', 'late-on-one-reading', 'late', 'taken-further'] as const
export type AppealStanding = (typeof appealStandings)[number]

export const diaryKinds = ['hearing', 'file-bundle', 'file-response', 'serve-evidence', 'pay-fee', 'other-direction'] as const
export type DiaryKind = (typeof diaryKinds)[number]

/** Whose move it is. The diary shows what others owe us too. */
export const diaryParties = ['us', 'appellant', 'court'] as const
export type DiaryParty = (typeof diaryParties)[number]

/** A hearing, or something the court wants done by a day. */
export interface DiaryEntry {
  readonly id: string
  readonly kind: DiaryKind
  readonly what: string
  readonly on: CalendarDate
  /** `14:00`, where the court named an hour. */
  readonly time: string | null
  readonly whose: DiaryParty
  /** How it ended: done, with the proof, or vacated by the court. Null while it is ahead. */
  readonly closed: { readonly as: 'done' | 'vacated'; readonly on: CalendarDate; readonly proof: string; readonly by: Named } | null
}

/** `conceded` is ours to say; the court, or the appellant, says the others. `remitted`: sent back to the court that it came from, to be heard again. */
export const appealOutcomes = ['dismissed', 'reduced', 'cancelled', 'withdrawn', 'remitted', 'conceded'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

export interface AppealCosts {
  readonly whoPays: 'nobody' | 'we-pay' | 'appellant-pays'
  readonly pence: Pence
}

/** Costs that were paid, from the bank statement. */
export interface CostsPaid {
  readonly amountPence: Pence
  readonly on: CalendarDate
  readonly reference: string
  readonly by: Named
  /** Absent in what was posted before costs took two officers. */
  readonly approvedBy?: Named
}

export interface AppealConclusion {
  readonly outcome: AppealOutcome
  readonly beforePence: Pence
  readonly amountPence: Pence
  readonly on: CalendarDate
  readonly reasons: string
  readonly costs: AppealCosts
  readonly concludedBy: Named
}

/** One appeal against one penalty (s.35A). The court hears the matter again and cannot increase the amount. */
export interface Appeal {
  readonly id: string
  readonly caseId: string
  readonly penaltyId: string
  readonly court: AppealCourt
  readonly courtName: string
  /** The court's own number for it. */
  readonly claimNumber: string
  readonly appellant: string
  readonly grounds: ObjectionGrounds
  readonly summary: string
  /** The day it was lodged with the court, which the time limit asks about, and the day we were served with it. */
  readonly lodgedOn: CalendarDate
  readonly servedOn: CalendarDate
  readonly standing: AppealStanding
  /** The appeal whose decision this one is about: taken further from it, or sent back from it. Null for the first. */
  readonly follows: string | null
  readonly diary: readonly DiaryEntry[]
  readonly conclusion: AppealConclusion | null
  /** Recorded by one officer, and to be approved by another before anything is posted. */
  readonly costsWaiting: CostsPaid | null
  readonly costsPaid: readonly CostsPaid[]
}

export interface AppealLodged extends Happening, Omit<Appeal, 'id' | 'follows' | 'diary' | 'conclusion' | 'costsWaiting' | 'costsPaid'> {
  readonly type: 'appeal-lodged'
  readonly appealId: string
  /** Absent for the first. */
  readonly follows?: string | null
}

export interface AppealDiaryNoted extends Happening {
  readonly type: 'appeal-diary-noted'
  readonly entry: DiaryEntry
}

export interface AppealDiaryClosed extends Happening {
  readonly type: 'appeal-diary-closed'
  readonly entryId: string
  readonly closed: NonNullable<DiaryEntry['closed']>
}

export interface AppealConcluded extends Happening {
  readonly type: 'appeal-concluded'
  readonly conclusion: AppealConclusion
}

/** Somebody read it off the bank statement; nothing is posted yet. */
export interface AppealCostsRecorded extends Happening {
  readonly type: 'appeal-costs-recorded'
  readonly paid: CostsPaid
}

export interface AppealCostsSentBack extends Happening {
  readonly type: 'appeal-costs-sent-back'
  readonly reasons: string
  readonly sentBackBy: Named
}

/** Costs were paid, to us or by us. */
export interface AppealCostsPaid extends Happening {
  readonly type: 'appeal-costs-paid'
  readonly paid: CostsPaid
}

/** A bundle of evidence was made for the court; what is in it is kept with the bundle itself. */
export interface AppealBundleMade extends Happening {
  readonly type: 'appeal-bundle-made'
  readonly bundleId: string
  readonly number: number
  readonly items: number
  readonly pages: number
  readonly pdfSha256: string
}

export type AppealEvent = AppealLodged | AppealDiaryNoted | AppealDiaryClosed | AppealConcluded | AppealBundleMade | AppealCostsRecorded | AppealCostsSentBack | AppealCostsPaid

export function evolveAppeal(state: Appeal | undefined, event: AppealEvent): Appeal {
  if (event.type === 'appeal-lodged') return lodged(event)
  if (state === undefined) throw new Error(`An appeal cannot begin with ${event.type}`)
  switch (event.type) {
    case 'appeal-diary-noted': return { ...state, diary: [...state.diary, event.entry] }
    case 'appeal-diary-closed': return { ...state, diary: state.diary.map((entry) => (entry.id === event.entryId ? { ...entry, closed: event.closed } : entry)) }
    case 'appeal-concluded': return { ...state, conclusion: event.conclusion }
    case 'appeal-bundle-made': return state
    case 'appeal-costs-recorded': return { ...state, costsWaiting: event.paid }
    case 'appeal-costs-sent-back': return { ...state, costsWaiting: null }
    case 'appeal-costs-paid': return { ...state, costsWaiting: null, costsPaid: [...state.costsPaid, event.paid] }
  }
}

function lodged({ appealId, caseId, penaltyId, court, courtName, claimNumber, appellant, grounds, summary, lodgedOn, servedOn, standing, follows = null }: AppealLodged): Appeal {
  return { id: appealId, caseId, penaltyId, court, courtName, claimNumber, appellant, grounds, summary, lodgedOn, servedOn, standing, follows, diary: [], conclusion: null, costsWaiting: null, costsPaid: [] }
}

export function isOpen({ conclusion }: Pick<Appeal, 'conclusion'>): boolean {
  return conclusion === null
}

/** What is still ahead, the soonest first. */
export function aheadOf({ diary }: Pick<Appeal, 'diary'>): readonly DiaryEntry[] {
  return diary.filter(({ closed }) => closed === null).toSorted((one, other) => (`${one.on} ${one.time ?? ''}` < `${other.on} ${other.time ?? ''}` ? -1 : 1))
}

/** The penalties whose recovery an appeal stops, because nothing is sold and nobody chased while a court has the matter (s.36A, s.37(5A)). */
export function underAppeal(appeals: readonly Appeal[]): ReadonlySet<string> {
  return new Set(appeals.filter(isOpen).map(({ penaltyId }) => penaltyId))
}
