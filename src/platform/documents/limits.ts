/** A letter takes some 5 ms; one that takes this long is stuck, and the thread that prints it is ended. */
export const printingTimeoutMs = 20_000

/** Typst keeps what it worked out for this many letters back, so that a run of letters does not fill the memory. */
export const lettersRemembered = 10
