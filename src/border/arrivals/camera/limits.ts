/** At three in the morning a lane may see no lorry for twenty minutes; cameras that send a sign of life do so every minute. */
export const silentAfterSeconds = 20 * 60
/** A key typed by an installer must not be guessable by trying. */
export const keyMinLength = 16
/** How many days back a camera's habit at this hour is taken from: two of each day of the week. */
export const habitDays = 14
/** Fewer gaps than these make no habit. */
export const habitGapsMin = 20
/** Silence this many times its longest usual gap at this hour is a fault: ships come in waves, and a wave may be late. */
export const silenceTimesUsual = 2
/** No silence shorter than this is worth an officer's walk. */
export const silenceMinSeconds = 5 * 60
/** How far back the difference between a camera's clock and ours is looked at. */
export const clockLookSeconds = 3600
/** Reads needed to judge a clock, so that one late message is no fault. */
export const clockReadsMin = 5
/** Twice around a whole number of hours is no chance: such a clock is set to the wrong zone. */
export const zoneSlackSeconds = 120
/** How long a key that was changed is still taken: the walk to a gantry, and a shift in which somebody forgot. */
export const formerKeyMs = 12 * 3_600_000
/** A clock further out than the time zones of the world is broken, and no correction helps. */
export const clockAheadMaxMs = 14 * 3_600_000
/** A line that was cut is usually up again within a few tries; after this somebody has to look. */
export const lineDownMinSeconds = 60
/** How often a port judges its cameras; a fault is on the boards within this time. */
export const judgeEveryMs = 60_000
/** How often the habits of two weeks are counted: they change by the hour. */
export const habitsFreshMs = 10 * 60_000
/** Half of what was usual, or twice as much, is worth a mark: weather and sailings explain less than that. */
export const unusualReadsFactor = 2
/** Fewer reads than these in an hour are no measure of anything. */
export const sharesMin = 20
/** Above these shares a lens is dirty, a lamp broken or a camera knocked out of its aim: good sites read all but a few per cent. */
export const unreadShareMax = 0.2
export const misreadShareMax = 0.2

/** Two cameras may be wrong alike by chance, when one installer set both; three or more in nearly every lane are not. */
export const camerasToDoubtUs = 3
export const camerasAgreeSeconds = 15
export const camerasAgreeShare = 0.75
