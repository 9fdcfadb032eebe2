import type { AccountKind } from './account.ts'
import type { JournalKind } from './journal-kinds.ts'
import type { PaymentMethod } from './payment.ts'

export const methodWords: Readonly<Record<PaymentMethod, string>> = {
  'bank-transfer': 'Bank transfer', 'card': 'Card', 'cash-at-port': 'Cash at the port', 'cheque': 'Cheque',
}

export const methodChoices = Object.entries(methodWords).map(([value, text]) => ({ value, text }))

export const accountWords: Readonly<Record<AccountKind, { readonly name: string; readonly what: string }>> = {
  'debt': { name: 'Owed', what: 'what people still have to pay' },
  'bank': { name: 'Bank', what: 'money that has arrived' },
  'taken-off': { name: 'Taken off', what: 'reduced or cancelled by decisions' },
  'written-off': { name: 'Written off', what: 'given up, though it is owed' },
  'issued': { name: 'Issued', what: 'amounts on notices' },
  'held': { name: 'Held', what: 'received, and not set against any debt' },
  'card-service': { name: 'With the card service', what: 'paid by card, and to be paid out to us' },
  'till': { name: 'In the tills', what: 'cash taken at the ports, and to be paid in' },
  'charges': { name: 'Charges', what: 'what the card service has cost us' },
  'suspense': { name: 'In suspense', what: 'received, and nobody has said yet for what' },
  'costs-due': { name: 'Costs due to us', what: 'what appellants have to pay of our costs' },
  'costs-owed': { name: 'Costs we owe', what: 'what we have to pay of appellants’ costs' },
  'proceeds': { name: 'Proceeds of sales', what: 'what detained vehicles brought, and is not shared yet' },
  'expenses': { name: 'Expenses of detention', what: 'what came in for holding and selling vehicles' },
  'costs': { name: 'Costs of appeals', what: 'what they came to: ours to bear on the left, ours to receive on the right' },
}

export const journalWords: Readonly<Record<JournalKind, string>> = {
  debt: 'Notice issued', reduction: 'Taken off by a decision', receipt: 'Payment received',
  allocation: 'Set against a debt', release: 'Taken back off a debt', return: 'Payment taken back by the bank',
  refund: 'Paid back', 'refund-failed': 'Refund that did not arrive', dispute: 'Lost in a card dispute', suspense: 'Taken in from the bank', payout: 'Paid in to the bank', 'sent-back': 'Sent back to the sender', 'write-off': 'Written off', 'write-off-reversed': 'Write-off taken back',
  costs: 'Costs of an appeal', 'costs-paid': 'Costs of an appeal paid',
  sale: 'Vehicle sold', expenses: 'Expenses of a detention paid', 'sale-shared': 'Part of a sale paid out',
}
