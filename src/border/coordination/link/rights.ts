import { grants, right } from '#platform/identity'

/** Whether sites hear each other is nobody's secret among staff who work with what arrives. */
export const seeLinks = right('links.see', ...grants(['lane-officer', 'duty-officer-uk', 'duty-officer-fr', 'analyst', 'watchlist-owner', 'senior-officer', 'auditor']))

/** Cutting a link is a rehearsal: only in a demonstration, and only those who would lead through a real cut. */
export const cutLinks = right('links.cut', ...grants(['duty-officer-uk', 'duty-officer-fr']))
