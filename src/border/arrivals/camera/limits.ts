/** At three in the morning a lane may see no lorry for twenty minutes; cameras that send a sign of life do so every minute. */
export const silentAfterSeconds = 20 * 60
/** A key typed by an installer must not be guessable by trying. */
export const keyMinLength = 16
