/**
 * How often cameras go wrong on one character when nothing has been learned of them: a working model, because no confusion
 * matrix with counts has been published for European plates (anpr.md 4.1). About 12% of plates then hold an error (4.4).
 */
export const defaultRates = {
  /** Taken for one that looks the same but for a stroke; shared by all that do. */
  double: 0.016,
  /** Taken for one that looks alike under dirt or at an angle. */
  lookalike: 0.003,
  /** Taken for any other. */
  other: 0.002,
  /** Not written at all. */
  missed: 0.003,
  /** Written where there is none, before or after each character. */
  invented: 0.002,
} as const

/** The classes that every maker and study names (Genetec, OPS-COM, the literature list of anpr.md 4.1). */
export const doubles = ['0ODQ', '1IL', '2Z', '5S', '8B', '6G', 'UV'] as const

/** Pairs named by one of them. */
export const lookalikes = [
  '38', 'PB', 'PR', 'CG', 'A4', 'KX', 'FE', 'EP', 'FP', 'VW', 'XY', 'VY', 'TY', '68', '53', '58', '08', '39', '49', '17', '7T', '7Z', '1T', 'HM', 'HK', 'MN', 'HN', 'KR', '0G', '0U',
] as const

/**
 * An unread character is made up for by about ten that could stand there on a plate that is really on the road; the camera
 * says nothing on which of them it is.
 */
export const unreadFits = 10

export function areDoubles(one: string, other: string): boolean {
  return doubles.some((group) => group.includes(one) && group.includes(other))
}

export function areLookalikes(one: string, other: string): boolean {
  return lookalikes.some((pair) => pair.includes(one) && pair.includes(other))
}
