/** The columns of an import and of an export, in the order they are written. */
export const columns = ['plate', 'country', 'reason_en', 'reason_fr', 'handling', 'markers', 'ports', 'starts_on', 'last_day_on', 'review_on'] as const

export type Column = (typeof columns)[number]

/** What may be left out: no country is known, there is no warning, it begins today. */
export const optionalColumns: readonly Column[] = ['country', 'markers', 'starts_on']
