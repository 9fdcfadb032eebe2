/** Entries taken into a match set before whatever else waits has its turn: about 10 ms of work. */
export const entriesPerStep = 1_000

/** Up to this size a list is taken in anew in less time than a batch of reads takes to store, so reads wait for it. */
export const awaitedEntriesMax = 5_000
