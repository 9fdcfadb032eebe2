/** Cases on one page of the work list: a screenful at 1440 by 900. */
export const casesOnAPage = 50

/** The most cases one export holds; above it the filters have to be narrowed, and the file says so. */
export const casesInAnExport = 10_000

/** A reason for looking holds for one shift, so that nobody learns to click it away. */
export const reasonHeldHours = 12

/** Days before a last day at which it is called near. */
export const nearDays = 14

/** Text people write: a page of reasons, not a file. */
export const reasonsMax = 6000

/** A refund up to this much is paid by one officer of finance; above it a second one approves (two people for money that leaves). */
export const refundByOneMaxPence = 500_00

/** Journals on one page of the ledger: two screenfuls. */
export const journalsOnAPage = 50

/** Penalties asked again at once: each carries its whole ladder, about 20 kB. */
export const penaltiesRecomputedAtOnce = 200

/** How far ahead the court diary looks: a term of the court, and more than any direction gives. */
export const courtDiaryDays = 120

/** A group smaller than this says more about its members than about the rule. */
export const smallestShown = 5

/** A flag is looked at again within half a year: one that nobody looks at is one that nobody believes. */
export const flagReviewedWithinDays = 183

/** Pieces of evidence in one case: several times the thickest file described, and few enough to list on one page. */
export const evidenceInACase = 300

/** When a flag is looked at again unless somebody says otherwise: a month, as people’s troubles change. */
export const flagLookedAtAfterDays = 28

/** A telephone photograph at full size is about 8 MB and a scanned letter less; the web kit takes nothing larger either. */
export const evidenceLimitBytes = 12 * 1024 * 1024

/** Two reports of one find are dated apart by a night or a weekend at the most; a vehicle found again comes later. */
export const duplicateWithinDays = 3

/** How long we give to answer a request: as long as the time to object, and well within the 180 days to issue a notice. */
export const answerWithinDays = 28

/** Lines of an address that fit the window of an envelope. */
export const addressLinesMax = 7
