import { noPence, type Pence } from '#values'
import type { PaymentMethod } from './payment.ts'

/**
 * Debit is positive. `issued`, `held`, `suspense`, `costs-owed`, `proceeds` and `expenses` are what we answer for, so they stand on the credit side.
 * `card-service` and `till` are collected and have not reached the bank; `charges` is what the card service costs us.
 * Here they stand in the order in which they are shown.
 * Costs of appeals have accounts of their own, `costs` being what they came to, because they are no part of any penalty.
 * So have what the sale of a detained vehicle brought, until it is shared, and what came in for the expenses of holding it.
 */
export const accountKinds = ['debt', 'bank', 'card-service', 'till', 'charges', 'taken-off', 'written-off', 'issued', 'held', 'suspense', 'costs-due', 'costs-owed', 'costs', 'proceeds', 'expenses'] as const
export type AccountKind = (typeof accountKinds)[number]

export interface Account {
  readonly id: string
  readonly kind: AccountKind
  readonly penaltyId: string | null
  readonly paymentId: string | null
}

export function ofPenalty(kind: 'debt' | 'issued' | 'taken-off' | 'written-off', penaltyId: string): Account {
  return { id: `${kind}:${penaltyId}`, kind, penaltyId, paymentId: null }
}

export function ofAppeal(kind: 'costs-due' | 'costs-owed' | 'costs', { id, penaltyId }: { readonly id: string; readonly penaltyId: string }): Account {
  return { id: `${kind}:${id}`, kind, penaltyId, paymentId: null }
}

export function ofDetention(kind: 'proceeds' | 'expenses', detentionId: string): Account {
  return { id: `${kind}:${detentionId}`, kind, penaltyId: null, paymentId: null }
}

export function heldOf(paymentId: string): Account {
  return { id: `held:${paymentId}`, kind: 'held', penaltyId: null, paymentId }
}

/** Money on our bank account of which nobody has said yet what it is for. */
export function suspenseOf(bankEntryId: string): Account {
  return { id: `suspense:${bankEntryId}`, kind: 'suspense', penaltyId: null, paymentId: null }
}

export const bank: Account = { id: 'bank', kind: 'bank', penaltyId: null, paymentId: null }
export const cardService: Account = { ...bank, id: 'card-service', kind: 'card-service' }
export const till: Account = { ...bank, id: 'till', kind: 'till' }
export const charges: Account = { ...bank, id: 'charges', kind: 'charges' }

/** Where money stands from the moment it is paid until the bank statement shows it. */
const firstStands: Readonly<Record<PaymentMethod, Account>> = { 'bank-transfer': bank, 'cheque': bank, 'card': cardService, 'cash-at-port': till }

export function collectedIn(method: PaymentMethod): Account {
  return firstStands[method]
}

export interface Line {
  readonly account: Account
  readonly amountPence: Pence
}

/** An amount from one account to another: what every journal here comes down to. */
export function move(amountPence: Pence, from: Account, to: Account): readonly Line[] {
  return [{ account: to, amountPence }, { account: from, amountPence: (noPence - amountPence) as Pence }]
}
