/** Messages that came over a line are as large as those that are posted. */
export { messageMaxBytes } from '../plate-read/limits.ts'

/** How often the register is looked at for cameras to listen to or to ask. */
export const linesLookEveryMs = 2000
/** A camera that begins a frame and does not finish it is cut off, so that it begins anew. */
export const frameUnfinishedMs = 30_000
/** Connections one camera may hold open: its own, and one it forgot. */
export const connectionsPerCamera = 4
/** How long to wait before a camera that fell silent or refused is tried again, doubling from the first to the last. */
export const retryFirstMs = 1000
export const retryLastMs = 60_000
/** A share of chance on each wait, so that thirty cameras behind one switch do not all come back in the same second. */
export const retrySpread = 0.2
/** Makers lock an account after five to seven wrong passwords, for up to half an hour; six tries an hour stay below that. */
export const refusedRetryMs = 600_000
/** Streams send a sign of life every five to thirty seconds; after this without a byte the camera is gone, whatever TCP says. */
export const stallMs = 45_000
/** Pictures follow their event at once; one that has not come after this is not coming. */
export const picturesWaitMs = 400
/** How often "still heard" is written down. */
export const heardEveryMs = 20_000
/** A sign of life is kept as a message this often, so that the camera counts as heard; the others only keep the line alive. */
export const signOfLifeEveryMs = 60_000
/** A cut shorter than this loses nothing that the camera's own buffer does not hold. */
export const gapMinMs = 3_000
/** The furthest back a camera's own memory is asked: cards hold days, and what is older was missed by more than a line. */
export const gapMaxMs = 7 * 24 * 3_600_000
/** Asked for on either side of a gap, for clocks that are not quite ours. */
export const gapMarginMs = 60_000
/** Two records of one plate this near in time are one passage: the event and its picture's file differ by a second or two. */
export const sameRecordMs = 3_000
/** How long before a backfill what came live is given to reach the database, so that it is recognised. */
export const settleMs = 2_000
/** Records asked for at once, the most that the maker's manual allows. */
export const recordsPerPage = 100
/** Records taken in one backfill; a lane does not see more in a week. */
export const recordsMax = 50_000
/** How often a disk that did not take a message is asked again; until then nothing more is read from the line. */
export const diskRetryMs = 1000
