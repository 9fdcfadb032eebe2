/** Letters handed to a carrier before what they are is asked after: a morning's post in a minute, well below what GOV.UK Notify takes in one. */
export const lettersPerSweep = 100

/** How often the post room looks by itself; what is planned wakes it sooner. */
export const letterSweepMs = 10_000

/** Pauses after each try that found no carrier, in minutes; the last is kept. A day's limit of GOV.UK Notify is over within a day. */
export const retryLetterAfterMinutes = [1, 5, 30, 120] as const

/** How often a carrier is asked where a letter is: four hours. Printing takes working days, and GOV.UK Notify forgets after seven. */
export const askAfterEveryMinutes = 240

/** The largest report of a carrier: a receipt is under 1 kB. */
export const carrierReportMaxBytes = 16 * 1024

/** An address that nobody has confirmed for so long is asked about before anything is sent to it or chased there. */
export const addressStaleDays = 180

/** Letters on one page of the queue: two screenfuls. */
export const lettersOnAPage = 100

/** Letters in one batch: what one person folds into envelopes and counts in an hour. */
export const lettersInABatch = 100

/** Batches shown, those that wait first: a quarter of daily ones. */
export const batchesShown = 60

/** Returned letters recorded in one act: a morning's bag. */
export const returnsAtOnce = 200

/** Reports that fit no letter, as far as the page shows them. */
export const unmatchedShown = 50

/** How far back the report of returned mail counts what became of it: a quarter. */
export const returnsReportDays = 91
