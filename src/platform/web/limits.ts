/** A shift and its hand-over: nobody stays signed in on a shared terminal longer than they stand at it. */
export const sessionHours = 12

/** The largest file an officer may attach: a full-resolution telephone photograph is about 8 MB. */
export const fileLimitBytes = 12 * 1024 * 1024

/** More photographs than any one finding has needed, and few enough to hold in memory. */
export const fileLimit = 8

/** Answers in one form: a large group entered one by one stays below this. */
export const fieldLimit = 500

/** The longest single answer: a statement of several pages. */
export const fieldLimitBytes = 100 * 1024

/** A whole form without its files. */
export const formLimitBytes = 1024 * 1024

/** A live page hears something at least this often, so that silence means the link is cut. */
export const heartbeatMs = 10_000

/** What a browser waits before it connects again to a live page. */
export const reconnectAfterMs = 1_000

/** Live pages open at one site: every terminal, every wall board and room to spare. */
export const liveLimit = 500

/** A calm topic is drawn at most this often: four times a second is as fast as an eye follows a list of plates. */
export const calmMs = 250

/** What may wait for one slow reader before its stream is ended; it then connects again and gets the state as it is. */
export const liveBacklogBytes = 1024 * 1024

/** Changes drawn at once for one page: each waits for the database most of its time, and twice as many would take every connection of the site. */
export const drawnTogetherMax = 6
