/** Entries taken into a match set before whatever else waits has its turn: about a millisecond of work. */
export const entriesPerStep = 1_000

/** Up to this size a list is taken in anew in less time than a batch of reads takes to store, so reads wait for it. */
export const awaitedEntriesMax = 5_000

/** A base of more plates than this is built in a thread of its own; a smaller one is ready before a thread has started. */
export const builtHereMax = 20_000

/** Up to so many changes are taken in within a few milliseconds, so reads wait for them; more come only with an import, and reads go on. */
export const awaitedChangesMax = 500

/** Entries asked of the database at once when they have changed: what one import brings, several times over. */
export const changesPerStep = 2_000

/**
 * What is dearer than this is not weighed: a reading that comes out of the plate once in ten thousand million times. Dear ones are
 * weighed all the same, because other reads of the passage may make up for one.
 */
export const weighedCostMax = 23
