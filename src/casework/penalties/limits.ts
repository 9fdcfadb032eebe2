export * from './money-limits.ts'
export * from './work-limits.ts'

/** A reason for looking holds for one shift, so that nobody learns to click it away. */
export const reasonHeldHours = 12

/** Days before a last day at which it is called near. */
export const nearDays = 14

/** Text people write: a page of reasons, not a file. */
export const reasonsMax = 6000

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

/** Photographs in one bundle of evidence: what a court's mailbox takes, and what is set while letters wait their turn. */
export const bundlePicturesMaxBytes = 40 * 1024 * 1024

/** An answer longer than three lines of a table is set under it, as it was written. */
export const longTextChars = 240

/** Sister notices looked at together: more of one plate is a fleet's story and not one fault. */
export const sistersAtOnce = 50

/** The office means to issue a notice in half the 180 days of the regulations, so that a letter that comes back can be sent again in time. */
export const issueNoticeWithinDays = 90

/** An objection is meant to be decided in four weeks of its coming in, whenever in the 28 days that was. */
export const decideObjectionWithinDays = 28

/** Outages looked back on at once: a bad year has fewer. */
export const outagesShown = 100

/** Cases one search shows: beyond that somebody types more. */
export const casesFoundShown = 50

/** What each part of a search looks at before it stops: four screens of it, so that the best of each part is among them. */
export const candidatesSearched = 200

/** What fits into the search box: the longest company names have some 150 characters. */
export const searchedMax = 200

/** A part of a plate shorter than this fits half the lorries of Europe. */
export const plateSearchedMin = 3

/** A name shorter than this is like too many others to be looked for by likeness. */
export const wordsAlikeMin = 4

/** Characters of a text file that the search knows: some sixty pages, and well below the megabyte that the database takes as the words of one text. */
export const evidenceTextMax = 200_000

/** Rows in one part of an export: about 40 MB of the widest table, so that a part is read back in memory. */
export const exportedRowsAtOnce = 2_000

/** Rows of an export that each bring a file with them, read at once: 12 MB is the largest, so some 100 MB at the worst. */
export const exportedFilesAtOnce = 8

/** Rows of one file of old cases: five years of the scheme, judged in half a second of processor. Each takes some 30 ms to come in, in the background. */
export const importedRowsMax = 10_000

/** Lines of such a file on one page: what a person reads before turning it. */
export const importedRowsOnAPage = 100

/** Old cases brought in before the job looks whether it is to stop: some seconds, beside which reading the file again is little. */
export const importedCasesPerSweep = 100

/** How soon a file that was let in begins to come in, and how soon after a stop it goes on. */
export const bringImportsEveryMs = 2_000

/** Files of old cases listed: every one a migration needs. */
export const importsShown = 100

/** Earlier decisions compared with a new one: some months of one capacity and section, and quickly read. */
export const decisionsCompared = 500

/** Earlier decisions shown beside a new one: as many as somebody reads. */
export const nearestShown = 6

/** Persons compared with all others in one transaction: some tenths of a second among a hundred thousand. */
export const personsComparedAtOnce = 10

/** Possible duplicates shown at once, and records found like one person: an afternoon's work. */
export const likelyShown = 50

/** Vehicles held, on one page: several years of them at the rate at which any are held. */
export const detentionsShown = 200

/** How often the public door says that it is open: what is missing is then known to the minute. */
export const doorBeatsEveryMs = 60_000

/** A door shut for less than this between two runs is a new start, which costs nobody a day: the next try a minute later comes through. */
export const outageProposedAfterSeconds = 15 * 60

/** A code for the public door opens for a year: an answer, its evidence and an objection fall well within it, and a lost paper does not stay a key for ever. */
export const personLinkDays = 365

/** Papers that one person sends at the public door: the thickest answer described, several times over. */
export const papersFromOnePerson = 40

/** Comments of one person on one piece of evidence: more is a letter. */
export const commentsOnOneItem = 20

/** How often files that nobody has scanned are looked for: whoever uploads one and opens it at once sees that it waits. */
export const scanSweepMs = 10_000

/** Files scanned between two looks at the definitions: about half a minute of a scanner's work. */
export const evidenceScannedAtOnce = 50

/** A file that the scanner could not look at is tried again after this long: a larger limit or a mended scanner may take it. */
export const scanTriedAgainAfterMinutes = 60

/** Stored answers that differ, kept for a page: more than anybody reads there; all of them are counted. */
export const differingKept = 500
