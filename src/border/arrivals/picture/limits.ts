/** How long a copy stays at the sites it was sent to: a shift and the one after it; who needs it later asks again. */
export const copyKeptHours = 24

/** Requests answered in one look: a page of crossings asks for fewer. */
export const answeredAtOnce = 20

/** How often a port looks for requests of which it was not told. */
export const answerEveryMs = 10_000

/** After this long without an answer over a standing link the port itself is not well. */
export const answerExpectedMs = 15_000
