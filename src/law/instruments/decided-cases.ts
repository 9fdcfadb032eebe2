import { firstDayHeld } from '../eras.ts'
import { since2023 } from '../citing.ts'
import type { Provision } from '../provision.ts'
import { say } from '../words.ts'

const klg = {
  url: 'https://caselaw.nationalarchives.gov.uk/ewca/civ/2024/737',
  standing: 'reported',
} as const

/** The owner kept the half that was taken off, because nothing showed a breach of the owner's own. */
export const complianceIsPersonal: Provision<{ ownDutiesOnly: true }> = {
  ...klg,
  cite: 'KLG Trucking [2024] EWCA Civ 737, whose duties count',
  says: say('Each person’s compliance is judged on that person’s own duties: a driver’s incomplete checklist does not by itself show a breach by the owner.', 'La conformité de chacun se juge sur ses propres devoirs : la liste incomplète d’un conducteur ne démontre pas à elle seule un manquement du propriétaire.'),
  forms: since2023('the Court of Appeal, 2024, on the law of 13 February 2023', { ownDutiesOnly: true }),
}

export const complianceIsNoDefence: Provision<{ noDefence: true }> = {
  ...klg,
  cite: 'KLG Trucking [2024] EWCA Civ 737, what compliance does',
  says: say('Compliance is no defence to carrying, and not by itself a reason to go below the figure of the code.', 'La conformité n’est pas une défense contre le transport, ni à elle seule une raison de descendre sous le montant du code.'),
  forms: since2023('the Court of Appeal, 2024, on the law of 13 February 2023', { noDefence: true }),
}

/** A lorry was stopped about three hours after Dover; that the people came in it was not shown, and the penalties were cancelled. */
export const carriageToBeShown: Provision<{ onBalanceOfProbabilities: true }> = {
  cite: 'County court, penalties of a haulier stopped inland, reported by its solicitors',
  url: 'https://jmw.co.uk/success-stories/road-transport/first-successful-clandestine-entrants-appeal-following-klg-trucking-srl',
  standing: 'reported',
  says: say('It has to be shown, as more likely than not, that these people were clandestine entrants who came in that vehicle.', 'Il faut démontrer, comme plus probable que non, que ces personnes étaient des entrants clandestins venus dans ce véhicule.'),
  forms: [{ from: firstDayHeld, madeBy: 'a county court', rule: { onBalanceOfProbabilities: true } }],
}

export const checklistsReduceRisk: Provision<{ writtenAtTheTime: true }> = {
  cite: 'Link Spolka [2021] EWCA Civ 1830',
  url: 'https://www.casemine.com/commentary/uk/klg-trucking-srl-v-secretary-of-state-for-the-home-department:-comprehensive-legal-commentary/view',
  standing: 'reported',
  says: say('A checklist written at the time is more than proof: filling it in lowers the risk itself.', 'Une liste remplie sur le moment est plus qu’une preuve : la remplir réduit le risque lui-même.'),
  forms: [{ from: firstDayHeld, madeBy: 'the Court of Appeal, 2021', rule: { writtenAtTheTime: true } }],
}
