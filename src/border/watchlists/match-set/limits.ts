/** Entries taken into a match set before whatever else waits has its turn: about 10 ms of work. */
export const entriesPerStep = 1_000

/** Up to this size a list is taken in anew in less time than a batch of reads takes to store, so reads wait for it. */
export const awaitedEntriesMax = 5_000

/** Other readings of one read that are weighed: engines send up to ten, and what stands below the first five is noise. */
export const candidatesWeighedMax = 5

/** Plates held up as another explanation of one passage: what was written and its nearest relatives. */
export const explanationsMax = 24

/** Two reads that differ in more places than this are not mixed into further plates: 2 to this power of them. */
export const mergedDifferencesMax = 3
