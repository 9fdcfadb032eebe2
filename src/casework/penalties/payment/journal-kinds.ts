/** What a journal can be for. */
export const journalKinds = [
  'debt', 'reduction', 'receipt', 'allocation', 'release', 'return', 'refund', 'refund-failed', 'dispute', 'suspense', 'payout', 'sent-back',
  'write-off', 'write-off-reversed', 'costs', 'costs-paid', 'sale', 'expenses', 'sale-shared',
] as const
export type JournalKind = (typeof journalKinds)[number]
