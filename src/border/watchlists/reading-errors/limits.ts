/** How often a shape has to have passed before it tells what is on the road: below it, misreads of other shapes do. */
export const shapeSeenMin = 5

/** Other readings of one read that are weighed: engines send up to ten, and what stands below the first five is noise. */
export const candidatesWeighedMax = 5

/** Plates held up as another explanation of one passage: what was written and its nearest relatives. */
export const explanationsMax = 24

/** Two reads that differ in more places than this are not mixed into further plates: 2 to this power of them. */
export const mergedDifferencesMax = 3
