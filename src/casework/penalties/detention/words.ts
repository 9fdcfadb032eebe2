import { ukNations, type SaleClaim, type SentBy, type UkNation } from '#law'
import type { StateWords } from '../case/words.ts'
import type { DetentionStage, HeldUnder, OthersPart, ReleaseWay } from './detention.ts'

export const powerWords: Readonly<Record<HeldUnder, { readonly name: string; readonly what: string }>> = {
  'provisional': { name: 'Provisionally', what: 'Until a notice is issued, for no longer than needed, and never beyond 24 hours from the end of the first search after arrival in the United Kingdom (s.36(2B)).' },
  '36': { name: 'As security', what: 'The vehicle of the find, until every penalty it is held for and the reasonable expenses are paid (s.36(1)). The owner and others may ask the court for its release (s.37).' },
  '36A': { name: 'In default', what: 'A vehicle used in the business of somebody who has not paid in time, whoever owns it (s.36A). Not while an appeal is open or can still be made.' },
}

export const stageWords: Readonly<Record<DetentionStage, StateWords>> = {
  held: { word: 'Held', kind: 'stop' },
  released: { word: 'Released', kind: 'done' },
  sold: { word: 'Sold, to be shared', kind: 'look' },
  shared: { word: 'Sold and shared', kind: 'done' },
}

export const nationWords: Readonly<Record<UkNation, string>> = { 'england-and-wales': 'England and Wales', 'northern-ireland': 'Northern Ireland', 'scotland': 'Scotland' }

export const nationChoices = ukNations.map((value) => ({ value, text: nationWords[value] }))

export const wayWords: Readonly<Record<ReleaseWay, string>> = {
  paid: 'Penalties and expenses are paid', security: 'Other security was given', court: 'A court ordered it', decision: 'It is no longer needed or justified',
}

export const sentByWords: Readonly<Record<SentBy | 'post-in-uk', string>> = { 'post-in-uk': 'Post within the United Kingdom', 'post': 'Post abroad', 'fax': 'Fax', 'email': 'E-mail' }

export const claimWords: Readonly<Record<SaleClaim, string>> = {
  'expenses': 'Expenses of detention, sale and court', 'penalties': 'Penalties', 'duties': 'Duty and tax on the import', 'aircraft-charges': 'Aircraft charges',
}

export const partWords: Readonly<Record<OthersPart, string>> = { duties: 'Duty and tax on the import', surplus: 'What is left, for those whose interests ended' }
