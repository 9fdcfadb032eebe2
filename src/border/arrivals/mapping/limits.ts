/** Long enough for any message seen so far, short enough to read. */
export const pathMaxLength = 200
export const pathMaxSteps = 16
/** Values one path may reach in one message: more means that the path is wrong. */
export const reachedMax = 500
export const patternMaxLength = 200
/** In a mapping's pattern `*` and `+` stop here: a plate has 14 characters and a time 24, and what is bounded cannot run away. */
export const repeatMax = 32
/** With two repeats of that length over the text below, the worst pattern on the worst text ends in a fraction of a second. */
export const repeatsMaxPerPattern = 2
/** How much of a text a pattern is tried on. */
export const patternTextMax = 16 * 1024
/** Pieces joined for one field, such as a date and a time. */
export const piecesMax = 4
export const sentinelsMax = 20
/** How much of a pasted message the workbench takes. */
export const pastedMaxLength = 256 * 1024
