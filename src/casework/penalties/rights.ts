import { grant, grants, right } from '#platform/identity'
import { roles } from '#values'

/** Names and amounts are for those who decide, collect or inspect. Finance comes in once something has been decided. */
const readers = [...grants(['caseworker', 'senior-officer', 'auditor']), grant('finance', { states: ['part-decided', 'decided', 'closed'] })]

/** One right for the list, its count, its export and the case itself. */
export const seeCases = right('case.see', ...readers)

/** What must not be: cases nobody can act on, money kept, days that moved. */
export const seeExceptions = right('case.see-exceptions', grant('senior-officer'), grant('auditor'))

/** How many, never who. */
export const countCases = right('case.count', ...grants(['caseworker', 'senior-officer', 'auditor', 'finance', 'analyst']))

/** What challenges came to, without a name. */
export const seeOutcomes = right('case.outcomes', ...grants(['caseworker', 'senior-officer', 'auditor', 'analyst']))

export const workOnCase = right('case.work', ...grants(['caseworker', 'senior-officer'], { states: ['open', 'proposed', 'part-decided', 'decided'] }))

/** What each queue holds, how long things wait, and what more people would change; no case and no person is named. */
export const seeQueues = right('work.see-queues', ...grants(['caseworker', 'senior-officer', 'auditor', 'analyst', 'finance']))

export const seeTeam = right('work.see-team', ...grants(['caseworker', 'senior-officer', 'auditor']))

/** Who works on what is the team leader's to say. */
export const leadTeam = right('work.lead-team', grant('senior-officer'))

/** Open cases only, and with reasons. */
export const moveCases = right('case.move', grant('senior-officer', { states: ['open', 'proposed', 'part-decided', 'decided'] }))

/** What comes before the rest is said with a day and reasons. */
export const prioritiseCases = right('case.put-first', ...grants(['caseworker', 'senior-officer'], { states: ['open', 'proposed', 'part-decided', 'decided'] }))

export const takeNextCase = right('work.next-case', grant('caseworker'))

/** Each act in it asks for its own right besides, case by case. */
export const prepareBulk = right('bulk.prepare', ...grants(['caseworker', 'senior-officer']))

export const approveBulk = right('bulk.approve', grant('senior-officer'))

export const referCase = right('case.refer', grant('caseworker'), grant('senior-officer'))

export const proposeAmounts = right('penalty.propose', grant('caseworker', { states: ['open', 'proposed', 'part-decided'] }))

/** Only before anybody decides: the act looks at the penalty itself. */
export const withdrawProposals = right('penalty.withdraw', ...grants(['caseworker', 'senior-officer'], { states: ['proposed', 'part-decided'] }))

export const decidePenalties = right('penalty.decide', grant('senior-officer', { states: ['proposed', 'part-decided'] }))

export const recordObjection = right('objection.record', ...grants(['caseworker', 'senior-officer'], { states: ['part-decided', 'decided', 'closed'] }))

export const determineObjections = right('objection.determine', grant('senior-officer', { states: ['proposed', 'part-decided', 'decided', 'closed'] }))

/** An appeal lies also where everything was paid and the case has closed. */
export const recordAppeals = right('appeal.record', ...grants(['caseworker', 'senior-officer'], { states: ['part-decided', 'decided', 'closed'] }))

export const concludeAppeals = right('appeal.conclude', grant('senior-officer', { states: ['part-decided', 'decided', 'closed'] }))

/** A bundle holds the lane's record with the driver's account and the photographs: for those who may read these. */
export const makeBundles = right('bundle.make', ...grants(['caseworker', 'senior-officer'], { states: ['part-decided', 'decided', 'closed'] }))

export const seeBundles = right('bundle.see', ...grants(['caseworker', 'senior-officer', 'auditor']))

/** Two people: the act refuses the one who proposed. */
export const proposeSisterCorrections = right('sister.propose', ...grants(['caseworker', 'senior-officer'], { states: ['part-decided', 'decided', 'closed'] }))

export const agreeSisterCorrections = right('sister.agree', grant('senior-officer', { states: ['part-decided', 'decided', 'closed'] }))

export const seeSisterLists = right('sister.list', ...grants(['caseworker', 'senior-officer', 'auditor']))

/** Costs move money and nothing of the penalty: finance records them from the bank statement. */
export const recordCosts = right('appeal.costs', grant('finance', { states: ['part-decided', 'decided', 'closed'] }))

export const closeCases = right('case.close', ...grants(['caseworker', 'senior-officer'], { states: ['decided'] }))

/** Who alone may know of a case: a senior officer says, with reasons. */
export const restrictCases = right('case.restrict', grant('senior-officer'))

export const reopenCases = right('case.reopen', grant('senior-officer', { states: ['closed'] }))

/** What follows from a find that was corrected after a decision: whoever could still act on it says so, in a closed case too. */
export const considerCorrections = right('case.consider-correction', grant('caseworker'), grant('senior-officer'))

/** Which words letters are written in: nothing of anybody’s case stands there. */
export const seeTemplates = right('template.see', ...grants(['caseworker', 'senior-officer', 'auditor']))

export const putForwardTemplates = right('template.put-forward', ...grants(['caseworker', 'senior-officer']))

/** Another person than who put it forward: the act looks. */
export const approveTemplates = right('template.approve', grant('senior-officer'))

export const issueNotices = right('notice.issue', ...grants(['caseworker', 'senior-officer'], { states: ['proposed', 'part-decided', 'decided'] }))

/** A letter goes out before anything is proposed, and comes back after its case has closed. */
export const sendLetters = right('letter.send', ...grants(['caseworker', 'senior-officer']))

/** Finance sees what finance collects; the rest of casework reads the same statement. */
export const recordPayments = right('payment.record', grant('finance', { states: ['part-decided', 'decided', 'closed'] }))

/** Two officers of finance above a limit: the act looks at who made it ready. */
export const payRefunds = right('refund.pay', grant('finance', { states: ['part-decided', 'decided', 'closed'] }))

export const holdRecoveries = right('recovery.hold', ...grants(['caseworker', 'senior-officer', 'finance'], { states: ['part-decided', 'decided', 'closed'] }))

export const seeLedger = right('ledger.see', grant('finance'), grant('auditor'))

export const setPayee = right('payment-account.set', grant('finance'))

/** What lies in the file is added to whatever stage the case is at: papers come late too. */
export const keepFile = right('case.keep-file', ...grants(['caseworker', 'senior-officer']))

/** Originals that may leave only redacted are for those who decide and those who inspect. */
export const seeOriginals = right('evidence.see-original', ...grants(['caseworker', 'senior-officer', 'auditor']))

/** Before anybody is decided. */
export const triageCases = right('case.triage', ...grants(['caseworker', 'senior-officer'], { states: ['open', 'proposed', 'part-decided'] }))

/** To do nothing decides about people as a penalty does, so a senior officer does it. */
export const endCases = right('case.end', grant('senior-officer', { states: ['open', 'proposed'] }))

/** Bank files and the money in them, with the names of payers: those who say what it is for. */
export const importBankFiles = right('bank-file.import', grant('finance'))

/** Sums that nobody has found a purpose for, with the names of those who sent them. */
export const seeSuspense = right('suspense.see', ...grants(['finance', 'senior-officer', 'auditor']))

/** To keep somebody’s money longer is answered for above finance. */
export const decideSuspense = right('suspense.decide', grant('senior-officer'))

/** What somebody can pay when: finance agrees it, and ends it when it is not kept. */
export const agreeInstalments = right('instalments.agree', grant('finance', { states: ['part-decided', 'decided', 'closed'] }))

export const proposeWriteOffs = right('write-off.propose', ...grants(['caseworker', 'finance', 'senior-officer'], { states: ['part-decided', 'decided', 'closed'] }))

/** Never the one who proposed; above a limit two of them: the act looks. */
export const approveWriteOffs = right('write-off.approve', grant('senior-officer', { states: ['part-decided', 'decided', 'closed'] }))

/** What was given up is hidden from nobody who deals with money. */
export const seeWriteOffs = right('write-off.see', ...grants(['senior-officer', 'finance', 'auditor']))

/** Letters that ask for what is owed. */
export const chaseDebts = right('debt.chase', ...grants(['finance', 'senior-officer'], { states: ['part-decided', 'decided', 'closed'] }))

/** What reaches into a court or somebody's property is a senior officer's act. */
export const enforceDebts = right('debt.enforce', grant('senior-officer', { states: ['part-decided', 'decided', 'closed'] }))

/** Whoever was given a link pays with it; the link is the key. */
export const payByCard = right('card.pay', ...grants(roles))

/** Sums by age and quarter, without a name. */
export const seeDebtReport = right('debt.report', ...grants(['finance', 'senior-officer', 'auditor']))

/** Two records are one person or two: whoever works on cases says so, with reasons, and can take it back. */
export const judgeDuplicates = right('party.judge', ...grants(['caseworker', 'senior-officer']))

/** Old cases are decisions and money by the hundred: one officer brings the file, another lets it in. */
export const bringImports = right('import.bring', grant('senior-officer'), grant('finance'))
export const letImportsIn = right('import.let-in', grant('senior-officer'), grant('finance'))

/** Whoever learns that people could not reach us writes it down. */
export const recordOutages = right('outage.record', ...grants(['caseworker', 'senior-officer', 'finance']))

/** A vehicle is taken from people: a senior officer records which senior officer did so, and why. */
export const detainVehicles = right('vehicle.detain', grant('senior-officer', { states: ['open', 'proposed', 'part-decided', 'decided'] }))

/** It goes back also where everything was paid and the case has closed. */
export const releaseVehicles = right('vehicle.release', grant('senior-officer'))

/** Who was told, and what it costs. */
export const keepDetentions = right('vehicle.keep', ...grants(['caseworker', 'senior-officer', 'finance']))

/** Whoever had a day to keep may read when a way to us was shut. */
export const seePublicOutages = right('outage.see', ...grants(roles))

/** Whoever was given a code answers with it, sees what we show that person, and comments; the code is the key. */
export const useOwnCase = right('own-case.use', ...grants(roles))
