/** How long a device may take to accept a connection and to begin its answer. Those on a slow radio link need a few seconds. */
export const answerMs = 10_000
/** The most of an ordinary answer that is read; streams are read by whoever asked for them. */
export const answerMaxBytes = 4 * 1024 * 1024
/** A device that calls its nonce stale is asked once more with the new one; one that does so again is refusing us. */
export const challengesMax = 2
