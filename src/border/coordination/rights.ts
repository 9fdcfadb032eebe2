import { grants, right } from '#platform/identity'

/** The three ports side by side: those who move people and vehicles between them. */
export const seePorts = right('ports.see', ...grants(['duty-officer-uk', 'duty-officer-fr', 'auditor']))

/** Looks beyond the tier of general access are allowed by a named senior officer, one at a time (legal.md 7.4). */
export const authoriseHistory = right('vehicle.history.authorise', ...grants(['senior-officer']))

/** Their own requests for those who may ask; all of them for those who answer and those who audit. */
export const seeRequests = right('vehicle.history.requests', ...grants(['lane-officer', 'duty-officer-uk', 'caseworker', 'senior-officer', 'auditor']))

/** Offering help to those who are met again and again: the owners of lists, who also keep them from being listed for it, and analysts. Nobody who decides on penalties. */
export const contactVictims = right('victims.contact', ...grants(['watchlist-owner', 'analyst']))
