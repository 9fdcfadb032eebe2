/** A new file is begun beyond this size, so that what has been dealt with can be deleted while messages keep coming. */
export const segmentMaxBytes = 32 * 1024 * 1024
/** Larger than any message the camera gateway lets in; a length beyond it in a file is damage. */
export const entryMaxBytes = 16 * 1024 * 1024
/** What one look at the disk brings into memory when the reader is behind. */
export const readMaxBytes = entryMaxBytes + 64 * 1024
/** Room kept for the hour when the disk is full: about thirty thousand reads without pictures, or half an hour of a port's peak. */
export const reserveBytes = segmentMaxBytes
/** A flush begins no sooner than this after the one before, so that those who come meanwhile share it. Who comes to a disk at rest waits for nothing. */
export const flushEveryMs = 3
/** What may wait in memory for the disk, beyond which a sender is told to come again: a disk that takes a second for this is no disk for a port. */
export const waitingMaxBytes = 64 * 1024 * 1024
