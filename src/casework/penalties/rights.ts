import { grant, grants, right } from '#platform/identity'

/** Names and amounts are for those who decide, collect or inspect. Finance comes in once something has been decided. */
const readers = [...grants(['caseworker', 'senior-officer', 'auditor']), grant('finance', { states: ['decided', 'closed'] })]

/** One right for the list, its count, its export and the case itself. */
export const seeCases = right('case.see', ...readers)

/** How many, never who. */
export const countCases = right('case.count', ...grants(['caseworker', 'senior-officer', 'auditor', 'finance', 'analyst']))

export const workOnCase = right('case.work', ...grants(['caseworker', 'senior-officer'], { states: ['open', 'proposed', 'decided'] }))

export const referCase = right('case.refer', grant('caseworker'), grant('senior-officer'))

export const proposeAmounts = right('penalty.propose', grant('caseworker', { states: ['open', 'proposed'] }))

export const decidePenalties = right('penalty.decide', grant('senior-officer', { states: ['proposed'] }))

export const recordObjection = right('objection.record', ...grants(['caseworker', 'senior-officer'], { states: ['decided', 'closed'] }))

export const determineObjections = right('objection.determine', grant('senior-officer', { states: ['proposed', 'decided', 'closed'] }))

export const closeCases = right('case.close', ...grants(['caseworker', 'senior-officer'], { states: ['decided'] }))

export const issueNotices = right('notice.issue', ...grants(['caseworker', 'senior-officer'], { states: ['proposed', 'decided'] }))

/** Finance sees what finance collects; the rest of casework reads the same statement. */
export const recordPayments = right('payment.record', grant('finance', { states: ['decided', 'closed'] }))

export const seeLedger = right('ledger.see', grant('finance'), grant('auditor'))

export const setPayee = right('payment-account.set', grant('finance'))
