/** A partner answers a small signed message within a second; after this the attempt counts as unknown and is made again. */
export const answerTimeoutMs = 5_000

/** The largest answer read: a signed sentence is under 2 kB. */
export const answerMaxBytes = 64 * 1024

/** The largest message taken from a partner: one entry with its reasons is under 4 kB. */
export const messageMaxBytes = 64 * 1024

/** Pauses after each failure in a row; the last is kept. A partner that is back is served within five minutes. */
export const retryAfterSeconds = [1, 2, 5, 15, 60, 300] as const

/** How often the sender looks by itself, in case a notice was lost with its connection. */
export const sweepEveryMs = 5_000

/** Partners served side by side: each holds a database connection while it is being asked, of twelve in all. */
export const partnersAtOnce = 4

/** Messages to one partner before the others get their turn. */
export const messagesPerTurn = 200

/** References waiting for one partner beyond which people are told: an hour of a busy night at three ports. */
export const waitingAlarm = 1_000

/** References waiting beyond which repeats of the same record are folded into one. They then number no more than there are records. */
export const waitingFold = 10_000

/** How long the oldest may wait before people are told: three of the longest pauses between attempts. */
export const waitingAlarmSeconds = 900

/** How long a partner has to say what became of something withdrawn, before a named person is told. */
export const withdrawalAnswerHours = 24

/** Withdrawals escalated in one sweep; the rest follow in the next. */
export const escalationsPerSweep = 100

/** How often each partner's canaries go down the road that records go. */
export const canariesEveryMs = 3_600_000

/** A rule may run this long before two people look at it again. */
export const ruleDaysMax = 366

/** A rule that ends within this many days is said, so that sharing does not stop by surprise. */
export const ruleEndsSoonDays = 14

/** A key that we sign with is followed by another after so long, of which partners are told this long before. */
export const signingKeyDays = 365
export const renewKeyDaysBefore = 60

/** How often a partner that has not taken the next key is told again. What it is told otherwise does not wait for that. */
export const tellKeyAgainHours = 1

/** With so little left, a partner that has not taken the next key is a person's business. */
export const keyWarningDays = 30

/** So long after a partner has said which key follows, what it signed with the one before is still taken: it may have been on its way. */
export const formerKeyDays = 60

/** The longest a partner may be let keep what it is told: the national period for reads (legal.md 7.4). */
export const retentionDaysMax = 365

/** Records a preview judges, and records a change of rule judges anew: all that a centre holds, in parts that fit in memory. */
export const recordsPerPart = 1_000

/** Records named in a preview; the rest are a number. */
export const previewLines = 50

/** Rows on one page of the outbox. */
export const itemsPerPage = 100

/** The longest reason or sentence an officer may type. */
export const sentenceLengthMax = 500
