/** What a queue is called where the case itself is not shown. A part that adds an action adds its words here; without them its code is read out. */
const words: Readonly<Record<string, string>> = {
  'add-persons': 'Add persons',
  'propose': 'Propose',
  'propose-again': 'Propose again',
  'decide': 'Decide',
  'issue-notice': 'Issue the notice',
  'await-payment': 'Payment awaited',
  'on-hold': 'Recovery on hold',
  'judge-late': 'Judge a late objection',
  'determine': 'Determine an objection',
  'appeal': 'Appeal in court',
  'consider-correction': 'Consider a correction',
  'close': 'Close',
  'refund': 'Refund',
  'approve-refund': 'Approve a refund',
  'review-flag': 'Look at a flag again',
  'judge-answers': 'Judge answers',
  'answer-overdue': 'No answer came',
  'answer-awaited': 'Answer awaited',
  'redact': 'Redact',
  'possible-duplicate': 'Maybe a duplicate',
  'compare-records': 'Compare records',
  'allocate-held': 'Place money held',
  'instalments': 'Instalments kept',
  'instalment-missed': 'An instalment was missed',
  'approve-write-off': 'Answer a write-off',
  'look-at-sisters': 'Look at sister notices',
  'answer-sisters': 'Answer a correction of sisters',
  'appeal-costs': 'Costs of an appeal',
  'returned-mail': 'Returned mail',
  'serve-reply': 'Serve the reply',
  'letter-outcome': 'Record what became of a letter',
}

export function actionWords(code: string): string {
  return words[code] ?? code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')
}

export const knownActions: readonly string[] = Object.keys(words)
