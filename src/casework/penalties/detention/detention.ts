import type { DetentionPower, SaleClaim, SentBy, UkNation } from '#law'
import type { Happening } from '#platform/decisions'
import { addPence, pence, subtractPence, type CalendarDate, type Instant, type Pence } from '#values'
import type { Named } from '../penalty/penalty.ts'

/** `provisional`: for the hours before a notice is issued. `36`: as security. `36A`: because a penalty was not paid. */
export const heldUnder = ['provisional', '36', '36A'] as const
export type HeldUnder = (typeof heldUnder)[number]

/** `sold`: what it brought still has to be taken in and shared. */
export const detentionStages = ['held', 'released', 'sold', 'shared'] as const
export type DetentionStage = (typeof detentionStages)[number]

interface Recorded {
  readonly on: CalendarDate
  readonly by: Named
}

/** Somebody was told that the vehicle is held, and that they may ask the court for it. */
export interface ToldOfDetention extends Recorded {
  readonly whom: string
  readonly how: string
}

export interface DetentionExpense extends Recorded {
  readonly what: string
  readonly amountPence: Pence
  readonly evidence: string
}

/** Money for the expenses that came without a sale. */
export interface ExpensesPaid extends Recorded {
  readonly amountPence: Pence
  readonly payer: string
  readonly reference: string
}

/** `personally` is null where telling those addressed was impracticable, which `why` then says. */
export interface SaleNotice extends Recorded {
  readonly gazettedOn: CalendarDate
  readonly newspaper: string
  readonly newspaperOn: CalendarDate
  readonly personally: { readonly sentOn: CalendarDate; readonly sentBy: SentBy | 'post-in-uk'; readonly receivedOn: CalendarDate } | null
  readonly why: string
}

export interface LeaveToSell extends Recorded {
  readonly court: string
  readonly askedOn: CalendarDate
  readonly order: string
}

/** `paid`: penalties and expenses. `security`: taken instead. `court`: by its order. `decision`: a power need not be used for longer. */
export const releaseWays = ['paid', 'security', 'court', 'decision'] as const
export type ReleaseWay = (typeof releaseWays)[number]

export interface Release extends Recorded {
  readonly way: ReleaseWay
  /** What the court rested it on; null for any other way. */
  readonly ground: string | null
  readonly to: string
  readonly reasons: string
}

export interface Sale extends Recorded {
  readonly how: string
  readonly buyer: string
}

/** What reached our bank, and how it was shared. */
export interface Proceeds extends Recorded {
  readonly broughtPence: Pence
  readonly reference: string
  readonly paid: readonly { readonly claim: SaleClaim; readonly pence: Pence }[]
  readonly surplusPence: Pence
}

/** Parts of the proceeds that are not ours: duties on the import, and what is left for those whose interests ended. */
export const othersParts = ['duties', 'surplus'] as const
export type OthersPart = (typeof othersParts)[number]

export interface PaidOut extends Recorded {
  readonly part: OthersPart
  readonly payee: string
  readonly amountPence: Pence
  readonly reference: string
}

/** One vehicle that is or was held for penalties of one case. */
export interface Detention {
  readonly id: string
  readonly caseId: string
  readonly heldUnder: HeldUnder
  readonly stage: DetentionStage
  /** What it is held for; none while it is provisional. */
  readonly penaltyIds: readonly string[]
  readonly vehicle: string
  readonly place: string
  readonly nation: UkNation
  /** The first day under the power it is held by now. */
  readonly detainedOn: CalendarDate
  readonly firstSearchEndedAt: Instant | null
  /** The senior officer who detained it, who need not be the one who records it. */
  readonly detainedBy: string
  readonly reasons: string
  readonly recordedBy: Named
  readonly told: readonly ToldOfDetention[]
  readonly expenses: readonly DetentionExpense[]
  readonly expensesPaid: readonly ExpensesPaid[]
  readonly saleNotice: SaleNotice | null
  readonly leave: LeaveToSell | null
  readonly released: Release | null
  readonly sale: Sale | null
  readonly proceeds: Proceeds | null
  readonly paidOut: readonly PaidOut[]
}

export interface VehicleDetained extends Happening, Pick<Detention, 'caseId' | 'heldUnder' | 'penaltyIds' | 'vehicle' | 'place' | 'nation' | 'detainedOn' | 'firstSearchEndedAt' | 'detainedBy' | 'reasons' | 'recordedBy'> {
  readonly type: 'vehicle-detained'
  readonly detentionId: string
}

/** The notice was issued within the hours, and the vehicle stays as security. */
export interface VehicleHeldAsSecurity extends Happening, Pick<Detention, 'penaltyIds' | 'detainedOn' | 'detainedBy' | 'reasons' | 'recordedBy'> {
  readonly type: 'vehicle-held-as-security'
}

export type DetentionEvent =
  | VehicleDetained
  | VehicleHeldAsSecurity
  | (Happening & { readonly type: 'detention-told'; readonly told: ToldOfDetention })
  | (Happening & { readonly type: 'detention-expense-recorded'; readonly expense: DetentionExpense })
  | (Happening & { readonly type: 'detention-expenses-paid'; readonly paid: ExpensesPaid })
  | (Happening & { readonly type: 'sale-notice-given'; readonly notice: SaleNotice })
  | (Happening & { readonly type: 'leave-to-sell-given'; readonly leave: LeaveToSell })
  | (Happening & { readonly type: 'vehicle-released'; readonly release: Release })
  | (Happening & { readonly type: 'vehicle-sold'; readonly sale: Sale })
  | (Happening & { readonly type: 'proceeds-shared'; readonly proceeds: Proceeds })
  | (Happening & { readonly type: 'proceeds-paid-out'; readonly paidOut: PaidOut })

export function evolveDetention(state: Detention | undefined, event: DetentionEvent): Detention {
  if (event.type === 'vehicle-detained') {
    const { type: _type, under: _under, detentionId, ...facts } = event
    return { ...facts, id: detentionId, stage: 'held', told: [], expenses: [], expensesPaid: [], saleNotice: null, leave: null, released: null, sale: null, proceeds: null, paidOut: [] }
  }
  if (state === undefined) throw new Error(`A detention cannot begin with ${event.type}`)
  switch (event.type) {
    case 'vehicle-held-as-security': {
      const { type: _type, under: _under, ...facts } = event
      return { ...state, ...facts, heldUnder: '36' }
    }
    case 'detention-told':
      return { ...state, told: [...state.told, event.told] }
    case 'detention-expense-recorded':
      return { ...state, expenses: [...state.expenses, event.expense] }
    case 'detention-expenses-paid':
      return { ...state, expensesPaid: [...state.expensesPaid, event.paid] }
    case 'sale-notice-given':
      return { ...state, saleNotice: event.notice }
    case 'leave-to-sell-given':
      return { ...state, leave: event.leave }
    case 'vehicle-released':
      return { ...state, stage: 'released', released: event.release }
    case 'vehicle-sold':
      return { ...state, stage: 'sold', sale: event.sale }
    case 'proceeds-shared':
      return shared({ ...state, proceeds: event.proceeds })
    case 'proceeds-paid-out':
      return shared({ ...state, paidOut: [...state.paidOut, event.paidOut] })
  }
}

/** Over once nothing that the sale brought is left with us that is not ours. */
function shared(state: Detention): Detention {
  return othersParts.every((part) => openPart(state, part) === 0) ? { ...state, stage: 'shared' } : state
}

/** What is still to be paid out of that part. */
export function openPart({ proceeds, paidOut }: Pick<Detention, 'proceeds' | 'paidOut'>, part: OthersPart): Pence {
  const share = part === 'surplus' ? proceeds?.surplusPence : proceeds?.paid.find(({ claim }) => claim === 'duties')?.pence
  return subtractPence(share ?? pence(0), addPence(...paidOut.filter((each) => each.part === part).map(({ amountPence }) => amountPence)))
}

/** Expenses that nobody has paid yet, by money that came or by a sale. */
export function openExpenses({ expenses, expensesPaid, proceeds }: Pick<Detention, 'expenses' | 'expensesPaid' | 'proceeds'>): Pence {
  const share = proceeds?.paid.find(({ claim }) => claim === 'expenses')?.pence ?? pence(0)
  return subtractPence(addPence(...expenses.map(({ amountPence }) => amountPence)), addPence(share, ...expensesPaid.map(({ amountPence }) => amountPence)))
}

/** The power under which it may be sold; undefined while it is held provisionally. */
export function powerOf({ heldUnder: power }: Pick<Detention, 'heldUnder'>): DetentionPower | undefined {
  return power === 'provisional' ? undefined : power
}
