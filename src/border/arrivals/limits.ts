/** A lorry of 16.5 m at walking pace takes 12 s past one point; a rear read later than this belongs to the next vehicle. */
export const passageWindowMs = 15_000

/** Makers that send a first guess and replace it do so under one identity for as long as the vehicle stands in view. */
export const hintKeptMs = 120_000

/** A vehicle at the booth, read again after this long with nobody in between, is still the same; beyond, it has been round and come back. */
export const standingMs = 180_000

/** Two cameras of one gantry that ask one time server differ by less than this. */
export const clockSlackMs = 2_000

/** How much of each newly seen lag between a lane's cameras is believed: the traffic's pace changes within the hour. */
export const lagLearned = 0.2

/** Reads that stand for one plate of a passage: more say nothing new. */
export const readsKeptPerPlate = 24

/** Reads named with a plate of a crossing, for the evidence and for a restart. */
export const readIdsKept = 64

/** A country less likely than this is not shown: it would look like knowledge. */
export const countryShownMin = 0.6

/** Vehicles remembered in one lane while their reads come in: more than fit on the longest lane in view. */
export const passagesPerLane = 32

/** Passages remembered at a port, so that a camera that invents identities cannot fill the memory. */
export const passagesMax = 4_000

/** Two reads this close, after folding, may be one plate misread twice. */
export const samePlateEdits = 2

/** Crossings shown for each lane: what fits on a screen at arm's length. */
export const crossingsPerLane = 6

/** Hits on one board; the others are on the page of all hits. */
export const hitsPerBoard = 20

/** The longest plate an officer may type, with its spaces and hyphens. */
export const plateTypedMax = 28

/** The longest reason an officer may type. */
export const reasonLengthMax = 500

/**
 * How far back an entry that arrives late is held against vehicles that have passed. From check-in to a berth takes
 * hours on a night with cancelled sailings; after twelve the vehicle has crossed or gone home.
 */
export const lookBackHours = 12

/**
 * How long after an entry's arrival a passing vehicle may still have been judged without it, and when a second look
 * catches those: far longer than any rebuild of the match set and any batch of reads takes.
 */
export const lookAgainAfterMs = 60_000

/** How often a port looks for entries whose first day has come; one that arrives is looked at when it arrives. */
export const lookBackEveryMs = 60_000

/** How often a port looks for hits that nobody has answered: a twelfth of the time they are given. */
export const escalateEveryMs = 10_000

/** Entries held against the past at once: a whole list that arrives after a cut is taken in parts that fit in memory. */
export const lookBackEntries = 50_000

/**
 * A hit that nobody has acknowledged is the duty officer's after this time. A lorry stands at the booth for about two
 * minutes; after that it is on its way into the zone.
 */
export const escalateAfterMs = 120_000

/** Hits escalated in one sweep; the rest follow in the next. */
export const escalationsPerSweep = 200

/** The highest limit on French motorways (Code de la route, R413-2). A lorry is slower; the warning has to hold for whatever carries the plate. */
export const fastestRoadKmPerHour = 130

/** Taken off the computed time for short cuts, speeding and maps, as proposals against cloned plates do (anpr.md 6). */
export const mapErrorAllowance = 0.15

/** How far one camera's clock may be out without anybody having noticed: what the camera page calls a fault is more. */
export const cameraClockErrorMs = 30_000

/** A read less sure than this may be of another plate, and misreads would flood the officers with warnings (anpr.md 6). */
export const certainReadMin = 0.9

/** The longest a read may be kept that no hit, search or find rests on: the national period, which a site may shorten (legal.md 7.4). */
export const retentionDaysMax = 365

/** How often a port looks for what it has to forget: a read is gone within an hour of its time. */
export const forgetEveryMs = 3_600_000

/** Rows forgotten in one transaction, so that no read waits behind a year's worth. */
export const forgetAtOnce = 5_000

/** How far ahead of its arrival a capture may say it was: more is a clock that is wrong, not one that drifts. */
export const captureAheadMaxMs = 3_600_000

/**
 * How many weeks a search of vehicles opens at a time, the newest first: a page is mostly filled by the first stride. Together
 * they reach further than anything is kept.
 */
export const weeksPerStride = [2, 8, 60] as const

/** How far a plate's best read may lie from the moment it is filed under: a passage and what its cameras sent late. */
export const filedSlackMs = 86_400_000

/** A clock set further ahead than this while we run would have days forgotten before their time: then a person looks first. */
export const clockSetMaxSeconds = 43_200
/** Weeks made before anything is seen in them: a caretaker that stood still for a fortnight has missed nothing. */
export const weeksMadeAhead = 4

/** The shortest a site may keep reads: a week goes whole, and the one that is running may not. */
export const retentionDaysMin = 7

/** The longest a picture is kept that nothing rests on: what a quarrel about a stop takes to begin. A site may shorten it. */
export const imageDaysMax = 30

/** A find's reads stay as long as its case may need them: six years, as its penalty record (legal.md 7.7). */
export const detectionEvidenceDays = 6 * 365

/** A stop or a search that found nobody may be complained of for a year, and the answer takes another: our own proposal, for a data protection impact assessment to confirm. */
export const stopEvidenceDays = 2 * 365

/** How long a week that is to go waits for those who read it: longer would hold up the reads that come in behind it. */
export const dropPatienceMs = 1_000

/** Pictures no older than this are never deleted to make room: the vehicle may still be in the zone, and its hit is confirmed by its picture. */
export const picturesSparedHours = 12

/** How often a port whose disk is nearly full tries to make room: what is written meanwhile is seconds of a port's peak. */
export const makeRoomEveryMs = 10_000

/** Boards say for so long that pictures were deleted: whoever comes on shift within the hour learns of it. */
export const picturesClearedShownMs = 3_600_000

/** Pictures removed at a time when a disk is full: soon enough room, and no more gone than is needed. */
export const picturesAtOnce = 200

/** A site that starts tries for about a minute to make its weeks: the first copy of other sites' rows takes that long on a busy machine. */
export const weeksTries = 40
export const weeksAgainMs = 500
