/** What a journal can be for. */
export const journalKinds = ['debt', 'reduction', 'receipt', 'allocation', 'release', 'return'] as const
export type JournalKind = (typeof journalKinds)[number]
