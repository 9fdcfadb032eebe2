/**
 * The longest plate that fits into two words of six bits a character. European plates have no more (anpr.md 3); the few longer ones on
 * a list are kept with those known in part, which are gone through one by one.
 */
export const packedLengthMax = 10

/** Unread characters that a read may have and still be looked up: with three of seven unknown, too many vehicles fit to tell an officer. */
export const unreadMax = 2

/**
 * Keys in a bucket of sixteen, on average. Fuller saves memory and makes more buckets run over into the next; at 9 about one in fifty
 * does, and a plate of seven characters costs 57 bytes.
 */
export const keysPerBucket = 9

/** Added plates that are kept beside the base before a new base is worth building: their keys fit in a core's own cache. */
export const recentPlatesMax = 10_000

/** Plates that may be looked for two edits away. Each has 29 keys, and each read of seven characters asks for 29. */
export const farPlatesMax = 10_000
