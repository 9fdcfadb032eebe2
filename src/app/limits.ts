/** A site that ended is back before anybody has walked to the machine; one that ends again and again leaves it to breathe. */
export const siteRestartFirstMs = 250
export const siteRestartLastMs = 30_000

/** A site that has worked this long was not ended by what it does at its start: its next end counts as a first one. */
export const siteRecoveredMs = 5000

/** Boards say for so long that the clock was set: cameras are judged by the last hour of reads, so by then they are judged by one clock again. */
export const clockSetShownMs = 3_600_000
