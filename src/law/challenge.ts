/** What may be said against a penalty: the same two grounds before us and before the court. */
export const challengeGrounds = ['not-liable', 'amount-too-high'] as const
export type ChallengeGround = (typeof challengeGrounds)[number]

/** What may be decided on an objection. */
export const objectionOutcomes = ['cancel', 'reduce', 'increase', 'uphold'] as const
export type ObjectionOutcome = (typeof objectionOutcomes)[number]

/** The court cannot increase. */
export const courtOutcomes = ['cancel', 'reduce', 'dismiss'] as const
export type CourtOutcome = (typeof courtOutcomes)[number]

export const ukNations = ['england-and-wales', 'northern-ireland', 'scotland'] as const
export type UkNation = (typeof ukNations)[number]

/** The ways in which a notice or a decision may reach somebody abroad. */
export const serviceWays = ['in-person', 'post', 'fax', 'email'] as const
export type ServiceWay = (typeof serviceWays)[number]

/** What a sale brings goes to these, the first first. */
export const saleClaims = ['expenses', 'penalties', 'duties', 'aircraft-charges'] as const
export type SaleClaim = (typeof saleClaims)[number]
