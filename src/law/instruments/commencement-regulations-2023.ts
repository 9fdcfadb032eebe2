import { assessedPenaltiesFrom, beforeAssessedPenalties, lastDayBefore, practiceChangedFrom, reformedFrom } from '../eras.ts'
import type { Regime } from '../assessment.ts'
import type { Provision } from '../provision.ts'
import { say } from '../words.ts'

/** Which law an incident falls under, by the day of the conduct and never by today's date. */
export const regimeByConduct: Provision<Regime> = {
  cite: 'S.I. 2023/33 reg. 4',
  url: 'https://www.legislation.gov.uk/uksi/2023/33/regulation/4',
  standing: 'read',
  says: say('Which law applies is settled by the day of the conduct, never by the day it is decided.', 'Le droit applicable est fixé par le jour des faits, jamais par celui de la décision.'),
  forms: [
    beforeAssessedPenalties,
    { from: assessedPenaltiesFrom, to: lastDayBefore(reformedFrom), madeBy: 'Nationality, Immigration and Asylum Act 2002 Sch. 8', rule: 'PRE_2023' },
    { from: reformedFrom, to: lastDayBefore(practiceChangedFrom), madeBy: 'Nationality and Borders Act 2022 Sch. 5', rule: 'R2023' },
    { from: practiceChangedFrom, madeBy: 'the same Act, with the practice and guidance of 1 January 2026', rule: 'R2026' },
  ],
}
