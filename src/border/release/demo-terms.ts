import { daysAfter, ports, type CalendarDate } from '#values'
import type { NewPartner } from './partner/partner.ts'
import type { Terms } from './rule/rule.ts'

/** A partner of the demonstration; the id is settled so that a demonstration started again makes nothing twice. */
export interface DemoPartner extends Omit<NewPartner, 'registeredBy'> {
  /** As it stands in the address of its made-up system. */
  readonly slug: string
  readonly agreed: boolean
  terms(today: CalendarDate): Omit<Terms, 'address' | 'publicKey' | 'listIds'>
}

const common = (today: CalendarDate) => ({
  escalateTo: 'Kit Ledgerwood (demo), watchlist desk, extension 4471', ports, confirmedOnly: true, retentionDays: 30, sinceOn: today, validFrom: today, validTo: daysAfter(180, today),
})

/** Invented agencies: one that two people have agreed to, and one whose rule waits for the second. */
export const demoPartners: readonly DemoPartner[] = [
  {
    id: '01890000-0000-7000-8000-00000000a001', slug: 'kent', name: 'Kent ports desk (demo)', agency: 'Invented Kent police unit', ring: 'uk', agreed: true,
    terms: (today) => ({
      ...common(today), legalBasis: 'Immigration and Asylum Act 1999, s. 21 (demo)', contact: 'Duty desk (demo), extension 101', kinds: ['hit', 'entry', 'marker'],
      handlings: ['check', 'stop'], markings: ['uk-only', 'uk-and-fr'], fields: ['country', 'port', 'lane', 'seenAt', 'list', 'reason', 'handling', 'markers', 'lastDayOn'], accepts: ['entry'],
    }),
  },
  {
    id: '01890000-0000-7000-8000-00000000a002', slug: 'nord', name: 'Nord border police (demo)', agency: 'Invented French border police unit', ring: 'fr', agreed: false,
    terms: (today) => ({
      ...common(today), legalBasis: 'Sandhurst Treaty 2018, art. 3 (demo)', contact: 'Permanence (démo), poste 17', kinds: ['hit', 'marker'],
      handlings: ['check', 'stop'], markings: ['uk-and-fr'], fields: ['country', 'port', 'seenAt', 'handling', 'markers'], accepts: [],
    }),
  },
]
