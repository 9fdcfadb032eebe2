/** Cases on one page of the work list: a screenful at 1440 by 900. */
export const casesOnAPage = 50

/** Cases of a list or a stage are counted so far and no further: every case of some years, and a millisecond. Above it the page says that there are more. */
export const casesCounted = 5_000

/** The most cases one export holds; above it the filters have to be narrowed, and the file says so. */
export const casesInAnExport = 10_000

/** Changed cases looked at in one transaction: some hundred rows, over in a tenth of a second. */
export const casesRefreshedAtOnce = 200

/** Open cases held in memory at once by the nightly look: about 10 MB. */
export const casesSweptAtOnce = 1000

/** How often what waits is looked at although the database said nothing: a notice may have been missed, or a day begun. */
export const lookForWorkEveryMs = 60_000

/** Lists that one officer keeps: what fits above the cases on two lines. */
export const listsAnOfficerKeeps = 12

/** Cases one act may touch: a year of the scheme, done in about half a minute. */
export const casesInABulkAct = 2_000

/** Cases of such an act that are taken on in one go: what a page answers after is done by itself, a second’s work at a time. */
export const bulkCasesAtOnce = 100

/** Lines of such an act on one page: what a person still reads; the report holds them all. */
export const bulkLinesOnAPage = 200

/** How long an act on many cases can be undone as a whole: until the same time on the next day, when its letters are hardly read. */
export const bulkUndoWithinHours = 24

/** Cases shared out in one go: a plan that the team leader can read to its end. */
export const casesSharedOutAtOnce = 100

/** How far back the fairness report looks: a quarter, so that one heavy week does not decide. */
export const fairnessDays = 90

/** How far back a queue’s own history is taken: a quarter shows slack and busy weeks and still is how people work now. */
export const queueHistoryDays = 91

/** Fewer finished things than this say nothing about how fast a queue moves. */
export const leastFinishedForForecast = 8

/** Working days a forecast looks ahead: eight weeks, in which people can still be moved. */
export const forecastWorkingDays = 40

/** Times a queue is played through: enough for the tenth and the ninetieth of a hundred to stand still. */
export const forecastRuns = 200

/** Things that arrive in one run at the most; a queue that outgrows it is said to do so. */
export const arrivalsInARun = 5_000

/** The most people a what-if may put on one queue. */
export const peopleInAWhatIf = 50

/** Acts on many cases that are listed: what a team does so in a month. */
export const bulkActsOnAPage = 50

/** Runs for each queue where all stand side by side: enough to see which one will be late. */
export const overviewRuns = 40

/** Months of work shown beside each other: a year, so that each stands beside the same month before. */
export const monthsOfStandards = 13

/** Objections with a longer time agreed that are listed: many more than any year has. */
export const exemptionsShown = 200
