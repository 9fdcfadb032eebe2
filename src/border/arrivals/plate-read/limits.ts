/** The longest plates in Europe have 10 characters; vanity and export plates add a few. */
export const plateMaxLength = 14
/** Makers send ten candidates at most; more would only slow matching. */
export const candidatesMax = 20
/** A picture holds a few vehicles, never dozens. */
export const readsMaxPerMessage = 32
/** Makers' event ids have 20 characters and more; fewer than these cannot be unique for long. */
export const identityMinLength = 6
/** Anything longer in a name, lane or identity is not what it says it is. */
export const wordMaxLength = 200

/** The most bytes a camera may post at once: two full-size pictures and room to spare. */
export const messageMaxBytes = 8 * 1024 * 1024
/** Messages waiting in memory for the database; beyond this they wait on disk alone. */
export const queueMaxMessages = 5000
export const queueMaxBytes = 64 * 1024 * 1024
/** Messages stored in one transaction: enough to catch up at thousands a second, few enough to stay quick when live. */
export const batchMaxMessages = 250
/**
 * A batch begins no sooner than this after the one before: at a thousand messages a second twelve go together instead of three, for half the
 * work and a few milliseconds. Who comes to an intake at rest waits for nothing.
 */
export const batchEveryMs = 12
/** Batches left behind by a failure that are handed on again at once. */
export const leftBehindMaxBatches = 10
/** Reads handed to crossing and matching at once: larger turns are cheaper for each read, smaller ones sooner done. */
export const followMaxReads = 250
/** How long to wait before asking a database that failed again, growing to the second. */
export const retryFirstMs = 100
export const retryLastMs = 5000
/** For so long after the last camera was refused a board says that cameras are refused: long enough to be seen. */
export const refusedRecentlyMs = 15_000
/** When a refused camera may come again: by then a disk that was only slow has written what waited. */
export const sendAgainSeconds = 5
/** How often reads left behind by a failure are handed on again. */
export const followUpEveryMs = 10_000
/** How long the register of cameras is believed without asking the database. */
export const registerFreshMs = 5000
/** How soon it is asked again for a camera it does not list, which may have been added just now. */
export const registerAskAgainMs = 500
/** Rows on a page of quarantined messages, and how much of a raw message is shown. */
export const quarantinePageSize = 50
export const rawShownBytes = 64 * 1024
/** Rows of a log sent in one request: an hour of a busy lane. */
export const logRowsMax = 500
/** Lines of a message written as key=value: one event has about forty. */
export const eventLinesMax = 2000
/** Text that is neither XML nor JSON: a log of that many rows, with room to spare. */
export const textMaxBytes = 1024 * 1024
/** Tags in one frame: the protocol knows about thirty. */
export const tagsMax = 200
