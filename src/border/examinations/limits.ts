/** No technique on one vehicle has lasted longer than a shift; a larger figure is a slip of the finger. */
export const longestTechniqueMinutes = 12 * 60

/** People said to be in one vehicle. The largest reported find in a goods vehicle is below a hundred; above this is a slip. */
export const mostPeople = 200

/** Recent searches and detections on one page: about two busy days at one port. */
export const recentLimit = 60

/** A photograph from a telephone at full resolution is about 8 MB. */
export const photoLimitBytes = 12 * 1024 * 1024

/** Photographs of one detection: enough for every seal and side of a vehicle, few enough to look through. */
export const photosPerDetection = 40

/** A driver's account, written down at the scene, fits in two pages. */
export const statementLength = 6000

/** A clock typed at the port may run this far ahead of the computer's before it is taken for a mistake. */
export const clockSlackMinutes = 5
