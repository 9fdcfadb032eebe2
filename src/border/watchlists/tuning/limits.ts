/** Plates of which a person has said what they were, before anything may be learned of them: an error of one in a hundred has then been seen ten times. */
const correctionsMin = 150

/**
 * Of one camera fewer are enough, because its model starts from its port's and not from nothing: a camera that misreads a plate in eight has
 * then misread six, and one that mixes up two characters each time has done so several times.
 */
const correctionsOfCameraMin = 50

export const correctionsMinOf = { all: correctionsMin, port: correctionsMin, camera: correctionsOfCameraMin } as const

/** Cameras of one port shown with what was said of them: more than any control has. */
export const camerasShown = 60

/** Corrections counted, the newest first: what three ports confirm in some years, and what one page can add up. */
export const correctionsCounted = 50_000

/** Costs are told apart to a quarter: finer than any estimate from a sample is. */
export const estimateCostMin = -12
export const estimateSteps = 88

/** What is rarer than this among vehicles, and as a misread of the plate, changes no estimate: a hundred of them come to less than one in a hundred million. */
export const likelyReadMin = 1e-10

/** Listed vehicles looked at for an estimate, each with some hundred misreads: about half a second of work, shared with others. */
export const sampledEntries = 40

/** Plates that passed lately, the newest first, from which the traffic is learned: some days of one port. */
export const sampledPassing = 20_000

/** Days over which vehicles are counted for the number a day. */
export const countedDays = 7

/** Misreads shown in a preview: what fits on a screen without turning the page. */
export const misreadsShown = 14

/** The rates an owner may choose between, per million vehicles. */
export const perMillionMax = 100_000

/** Estimates kept in memory, the newest: one for each list somebody tunes. */
export const estimatesKept = 30

/** Vehicles that must have passed before their traffic tells anything: the shapes of the common countries have then been seen. */
export const passingMin = 200

/** Vehicles that must have passed before their shapes tell what is on the road: a shape of one vehicle in four hundred has then been seen five times. */
export const shapesLearnedMin = 2_000

/** Shapes shown, the commonest: nine vehicles in ten. */
export const shapesShownMax = 8

/** Confusions shown of what was learned: what a person reads before putting it in force. */
export const confusionsShown = 20
