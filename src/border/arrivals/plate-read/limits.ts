/** The longest plates in Europe have 10 characters; vanity and export plates add a few. */
export const plateMaxLength = 14
/** Makers send ten candidates at most; more would only slow matching. */
export const candidatesMax = 20
/** A picture holds a few vehicles, never dozens. */
export const readsMaxPerMessage = 32
/** Anything longer in a name, lane or identity is not what it says it is. */
export const wordMaxLength = 200
