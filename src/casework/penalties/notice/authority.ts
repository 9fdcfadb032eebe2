import type { Authority, PaymentLine } from './letter-facts.ts'

/** Where the team can be written to: the note to S.I. 2023/30 and the page of the code of practice. */
const team = {
  name: 'Clandestine Entrant Civil Penalty Team',
  lines: ['Border Force, Martello House', 'Shearway Business Park', 'Folkestone CT19 4RH', 'United Kingdom'],
  email: 'BF.CECPT@homeoffice.gov.uk',
}

/** Nobody who takes a demonstration letter for a real one can send money or papers anywhere. */
const demonstrationTeam = { ...team, lines: ['Demonstration office', 'No such street', 'Folkestone'], email: 'penalties@juxta.example' }

const demonstrationAccount: readonly PaymentLine[] = [
  { term: 'accountName', en: 'Account name', fr: 'Titulaire', value: 'Demonstration account, takes no money' },
  { term: 'sortCode', en: 'Sort code', fr: 'Code guichet (sort code)', value: '00-00-00' },
  { term: 'accountNumber', en: 'Account number', fr: 'Numéro de compte', value: '00000000' },
]

/** `payTo` is what finance has set for the day of the letter; a demonstration has its own. */
export function authorityFor(demonstration: boolean, payTo: readonly PaymentLine[]): Authority {
  return demonstration ? { ...demonstrationTeam, payTo: demonstrationAccount } : { ...team, payTo }
}
