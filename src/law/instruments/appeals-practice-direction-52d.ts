import { assessedPenaltiesFrom, beforeAssessedPenalties } from '../eras.ts'
import type { Provision } from '../provision.ts'
import { say } from '../words.ts'

/** 28 days is the former official guide's figure; older practice directions gave 21. The paragraph itself could not be read (point C7). */
export const appealPeriod: Provision<{ days: number; olderDays: number }> = {
  cite: 'CPR Practice Direction 52D, appeals under s.35A of the 1999 Act',
  url: 'https://www.justice.gov.uk/courts/procedure-rules/civil/rules/part52/practice-direction-52d-statutory-appeals-and-appeals-subject-to-special-provision',
  standing: 'reported',
  says: say('An appeal to the court is brought within this many days of the notice or of the decision on the objection.', 'L’appel devant le tribunal est formé dans ce nombre de jours à compter de l’avis ou de la décision sur l’objection.'),
  forms: [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: 'rules of court', rule: { days: 28, olderDays: 21 } }],
}
