/** History rows read at a time while a chain is verified: some 2 MB, far from memory's end. */
export const chainPageSize = 2000

/** How often an entry may fail its reactions before it waits for a person. */
export const reactionAttempts = 20

/** Reactions look for work this often even when no notice arrived, because a notice can be lost with its connection. */
export const reactionSweepMs = 2000
