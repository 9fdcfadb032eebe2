/** What one question may hold: far above any real incident, and small enough to answer at once. */
export const limits = { persons: 50, entrants: 1_000, earlierPenalties: 200, events: 20, meansAmountPence: 100_000_000 } as const
