/** A refund up to this much is paid by one officer of finance; above it a second one approves (two people for money that leaves). */
export const refundByOneMaxPence = 500_00

/** Journals on one page of the ledger: two screenfuls. */
export const journalsOnAPage = 50

/** The longest bank statement taken in at once: the scheme sees dozens of movements a day, and this many are booked in seconds. */
export const bankEntriesMax = 5_000

/** A statement as XML: an entry with all its parties is about 40 elements and 2 kB. */
export const statementXml = { bytes: 12 * 1024 * 1024, depth: 32, elements: 400_000 } as const

/** Money waiting for somebody to say what it is for, on one page: a screenful at 1440 by 900. */
export const bankEntriesOnAPage = 50

/** Cases looked into for one movement of money: more would be a list and no proposal. */
export const matchCandidatesMax = 10

/** Bank files shown, the newest first: a quarter of daily statements. */
export const bankFilesShown = 60

/** Instalments agreed for longer than this outlive what anybody knows of a person's means; ask again instead. */
export const instalmentsMax = 36

/** A transfer from abroad takes days: an instalment is missed only after these. */
export const instalmentGraceDays = 7

/** Days between writing to somebody about a missed instalment and ending the agreement because of it. */
export const defaultAfterLetterDays = 14

/** A debt up to this much is written off by its proposer and one other; above it by two others, because nobody gives up that much on one word. */
export const writeOffByOneMaxPence = 10_000_00

/** Write-offs on one page, those that wait first: a quarter of what is given up. */
export const writeOffsShown = 200

/** A link to pay by card lives as long as a letter does on somebody's table. */
export const payLinkDays = 60

/** The most that GOV.UK Pay takes at once; more is paid in parts or by bank transfer. */
export const cardMaxPence = 100_000_00

/** GOV.UK Pay keeps a payment open this long; an attempt in that time is gone on with and not begun again. */
export const cardPaymentMinutes = 90

/** A message of the provider is a payment and its head: about 2 kB. */
export const payMessageMaxBytes = 64 * 1024

/** How often approved refunds are handed over; one that the card service has is asked after no more often than it allows. */
export const cardDeskSweepMs = 60_000
export const askRefundEveryMinutes = 5

/** How often the card service is asked for disputes: their evidence is given within weeks. */
export const askDisputesEveryMs = 60 * 60_000

/** Refunds by card followed in one look: a week's of a busy office. */
export const cardRefundsAtOnce = 50

/** Pages of disputes asked for, of 500 each: the scheme sees a handful a year, and a page too few only waits. */
export const disputePagesMax = 10

/** Disputes on one page: those that are open and some years of those that are over. */
export const disputesShown = 100

/** Money set aside in suspense is looked at again after a quarter: by then whoever sent it has missed it. */
export const suspenseKeptDays = 91

/** The longest for which money may be kept in suspense by one decision: half a year. */
export const suspenseKeptMaxDays = 183

/** Sums in suspense that are due to be looked at, on one page. */
export const suspenseShown = 100

/** The same amount within a week is likely the same payment: a transfer takes some days from the slip to the statement. */
export const samePaymentDays = 7
