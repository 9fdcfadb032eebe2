import { grants, right } from '#platform/identity'

/** The year's figures name nobody, so everyone who signs in at the centre may read them. */
export const readYear = right('year.read', ...grants(['duty-officer-uk', 'duty-officer-fr', 'caseworker', 'senior-officer', 'finance', 'analyst', 'watchlist-owner', 'auditor']))
