/** A pattern with fewer known characters would fit thousands of innocent vehicles. */
export const knownCharactersMin = 4

/** Nobody stays listed for more than a year without somebody looking again: the longest a plate read itself may be kept (legal.md 7.4). */
export const entryDaysMax = 365

/** Entries shown on one page of a list. */
export const entriesPerPage = 100

/** The longest plate a form takes: European plates have 10 characters at most, export and vanity plates a few more. */
export const plateLengthMax = 14

/**
 * The most a match may cost to be found at all, in natural-log units: the best other plate explains the reads about
 * 20,000 times better. What costs more is of no use even to somebody who searches.
 */
export const alertCostMax = 10

/** Where a list's owner has set nothing: certain while no other plate explains the reads better, probable while none does so 400 times better. */
export const tiersByDefault = { certainCostMax: 0, probableCostMax: 6 } as const

/** Rows of one import: what a person can look through before confirming, and what fits in one form. */
export const importRowsMax = 500

/** The longest import, in characters: 500 rows of 160, below what a form field may hold. */
export const importLengthMax = 80_000

/** Entries in one export: far more than a list holds. */
export const exportRowsMax = 100_000

/** An entry that ends within this many days stands in its owner's queue: time to look at it twice before it is gone. */
export const endsSoonDays = 14

/** Entries in the queues of what waits: more than an owner works off in a day. */
export const queueLength = 300

/** How often a port sums up all its entries for the centre to compare: a drift is seen within a minute, at a fifth of a second of work for 100,000 entries. */
export const proveContentEveryMs = 60_000
