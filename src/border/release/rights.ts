import { grant, grants, right } from '#platform/identity'

/** Who is told what outside: those who answer for the lists, those who direct the ports, and whoever audits them. */
export const seePartners = right('partners.see', ...grants(['watchlist-owner', 'duty-officer-uk', 'senior-officer', 'auditor']))

export const registerPartners = right('partners.register', grant('watchlist-owner'))
export const proposeRules = right('partners.rule.propose', grant('watchlist-owner'))

/** The second person. Whoever proposed a rule is refused by the rule itself, whatever their role. */
export const answerRules = right('partners.rule.answer', ...grants(['watchlist-owner', 'duty-officer-uk', 'senior-officer']))

/** To tell less takes one person at any hour, the duty officer too. */
export const stopReleases = right('partners.stop', ...grants(['watchlist-owner', 'duty-officer-uk', 'senior-officer']))

export const markDistributions = right('partners.marking', grant('watchlist-owner'))
export const answerForPartners = right('partners.withdrawal.answer', ...grants(['watchlist-owner', 'duty-officer-uk']))

/** What was told about one vehicle is asked for with a reason, as a look at the vehicle is. */
export const seeReleased = right('partners.released.see', ...grants(['watchlist-owner', 'duty-officer-uk', 'senior-officer', 'auditor']))

/** Lists a vehicle that a partner asks us to look for. */
export const takeEntries = right('partners.entries.take', grant('watchlist-owner'))
