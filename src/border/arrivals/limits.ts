/** A lorry of 16.5 m at walking pace takes 12 s past one point; a rear read later than this belongs to the next vehicle. */
export const passageWindowMs = 15_000

/** Makers that send a first guess and replace it do so under one identity for as long as the vehicle stands in view. */
export const hintKeptMs = 120_000

/** Vehicles remembered in one lane while their reads come in: more than fit on the longest lane in view. */
export const passagesPerLane = 32

/** Passages remembered at a port, so that a camera that invents identities cannot fill the memory. */
export const passagesMax = 4_000

/** Two reads this close, after folding, may be one plate misread twice. */
export const samePlateEdits = 2

/** Crossings shown for each lane: what fits on a screen at arm's length. */
export const crossingsPerLane = 6

/** Hits on one board; the others are on the page of all hits. */
export const hitsPerBoard = 20

/** The longest reason an officer may type. */
export const reasonLengthMax = 500
