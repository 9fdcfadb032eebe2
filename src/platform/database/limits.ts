/** Connections a site's process keeps: two cores serve no more at once, and PostgreSQL pays for each. */
export const connectionLimit = 12

/** How long to wait before listening again after the database went away. */
export const listenAgainAfterMs = 500

/** How often a starting server is asked whether it is ready; it takes some 100 ms. */
export const readyPollMs = 25

/** Recovery after a power cut reads at most `max_wal_size` again; a slow disk needs minutes, not hours. */
export const readyTimeoutMs = 300_000

/** How long a server may take to end in order before it is ended at once; it recovers at the next start. */
export const stopTimeoutMs = 10_000

/** How long what a killed Juxta or a killed server left behind is given to end by itself; it takes milliseconds unless something is wrong. */
export const orphanPatienceMs = 3000

/** How long to wait for the server of a Juxta that has just been killed to notice and end. */
export const previousServerMs = 15_000

/** A server that was killed is back within a second, most of which is its own recovery; one that cannot start, for a full disk say, is tried at the longer pace. */
export const restartFirstMs = 50
export const restartLastMs = 5000
