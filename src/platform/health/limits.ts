/** How often the room on the disk is looked at: a second of a port's peak with pictures is a few megabytes. */
export const diskLookMs = 1000

/** What a site keeps free for the hour when its disk is full, unless JUXTA_RESERVE_MB says otherwise: some hours of a port's reads without pictures. */
export const reserveMb = 256
/** A demonstration runs four sites on a laptop and keeps nothing that would be missed. */
export const reserveDemoMb = 16

/** Pictures are no longer kept when this many reserves are left beside the reserve, and are kept again when there are so many: in between nothing flutters. */
export const shortBelowReserves = 2
export const roomyAboveReserves = 3

/** The reserve is given up when so little is left beside it, while the database can still write what that needs. */
export const fullBelowReserves = 0.25

/** How soon a condition that could not be written, because the database was away, is tried again. */
export const conditionRetryMs = 1000
