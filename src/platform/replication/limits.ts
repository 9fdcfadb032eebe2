/** How soon a person who cuts a link in a rehearsal sees it happen. */
export const controlPollMs = 250

/** A heartbeat a second is nothing to the link, and tells of its loss before an officer would ask. */
export const heartbeatMs = 1000

/** Until both ends agree, which at a first start means until the other one has been started too. */
export const setUpAgainMs = 500

/** How often a link that stands is looked at again: for tables the peer has added, and for a link that was set up anew. */
export const lookAgainMs = 5000

/** How long PostgreSQL tries to reach the other end before it says so. */
export const connectTimeoutSeconds = 3

/** How long a sender that was told to end may take to let go of its place in the log; it is told again a second later. */
export const senderEndsMs = 3000

/** Two heartbeats may be late without a word: a garbage collection or a checkpoint takes that long. */
export const lateAfterSeconds = 4

/** After this a person is told that the link is cut. */
export const cutAfterSeconds = 8

/** How long a lane gives way to a better one that fills the line. Should that one be stuck, the lane moves on, slowly. */
export const giveWayMs = 1000

/** A site's certificate lasts a little over two years, and is renewed by the site itself before it ends. */
export const certificateDays = 825

/** A new certificate is in force a day ago already, so that a site whose clock is behind takes it. */
export const clockToleranceHours = 24

/** How long a connection may take to show its certificate; one that shows none holds nothing open for longer. */
export const handshakeTimeoutMs = 5000

/** A range that nobody has written to for so long is counted; sooner, most would be counted twice. */
export const quietMs = 1500

/** A range that never comes to rest is counted all the same, or it would never be proven. */
export const sealAnywayMs = 15_000

/** Ranges that one page speaks of. After a day's import there are more; they follow, a page a second. */
export const rangesPerPage = 100

/** Ranges a site compares in a second, so that proving a day's backlog leaves the processor to the lanes. */
export const checksPerRound = 60

/** Ranges proven long ago that are compared again each second: a copy can be altered where it lies. */
export const auditsPerRound = 4

/** How long a proof is taken on trust before it is looked at again. */
export const auditAfterHours = 1

/** How long pages are kept, and how far back proofs are looked at again. Nothing stays cut off for longer and joins as it was. */
export const pagesKeptDays = 35

/** A port without a word from the centre for so long tells its officers that its lists are old. */
export const staleListsSeconds = 120

/** Clocks further apart than this turn the order of two sightings round that an officer may be looking at. */
export const clockOffsetSeconds = 2

/** A site begins to renew its certificate this long before it ends: a peer that is away for a month still hears of it. */
export const renewDaysBefore = 60

/** With so little left, a peer that has not heard of the new certificate by itself is a person's business; a month is time enough by day. */
export const certificateWarningDays = 30

/** On the last day the new certificate is shown whoever has not heard of it: with the old one the site would be a stranger to all of them. */
export const showAnywayDaysBefore = 1

/** How often a site looks whether its certificate is to be renewed, and tells the peers that it has not reached yet. */
export const renewalLookMs = 3_600_000

/** Half of what the log may keep for a site that stays away: the second half is time to act. */
export const slotShare = 0.5

/** Nobody has taken anything from this place in the log for so long, whatever it weighs. */
export const slotIdleSeconds = 900

/** How long ago counters are compared with: longer than PostgreSQL waits before it tries a failed row again. */
export const countersOverSeconds = 10

/** Ranges that are named one by one; a lost day is many, and the first ones lead to it. */
export const badRangesShown = 20

/** How often a repair looks whether what it waits for has happened. */
export const settlePollMs = 250

/** A repair waits so many looks, ten seconds, for a worker or a sender that was just switched off to let go. */
export const originTries = 40

/** A repair waits so many looks, half a minute, for a lane to flow before it says that it does not. */
export const settleTries = 120

/** Ranges that are copied at a time: some thousand rows in memory, not a day of them. */
export const rangesPerCopy = 200

/** Ranges that are being written to are looked at again, so often and so far apart: longer than it takes them to come to rest. */
export const alignTries = 8
export const alignAgainMs = 2000

/** What two sites say to each other when one joins, or has a new certificate, fits many times into this. */
export const lineBytesMax = 4096
export const lineTimeoutMs = 10_000

/** How long an invitation is good for: a working day and the night after it. */
export const invitationHours = 24

/** The shortest time that any site keeps a row that travels: what is younger and not there was lost, not forgotten. */
export const keptAtLeastDays = 8

/** How often old pages and what was found by them are cleared away. */
export const clearEveryHours = 1
