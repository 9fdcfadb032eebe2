/** A vehicle seen again in its lane after longer than this has come a second time: a shift's break is shorter. */
export const stayGapHours = 2

/** Stays below which no figure is given: of fewer, one vehicle's time could be told from it, and a tenth is less than one. */
export const staysForFigure = 10
