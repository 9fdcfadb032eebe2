import { say, type ChallengeGround, type CourtOutcome, type ObjectionOutcome, type UkNation, type Words } from '#law'

export const groundWords: Readonly<Record<ChallengeGround, Words>> = {
  'not-liable': say('that you do not have to answer for it', 'que vous n’avez pas à en répondre'),
  'amount-too-high': say('that the amount is too high', 'que le montant est trop élevé'),
}

export const objectionOutcomeWords: Readonly<Record<ObjectionOutcome, Words>> = {
  cancel: say('cancelled', 'annulée'),
  reduce: say('reduced', 'réduite'),
  increase: say('increased, by a new notice with new last days', 'augmentée, par un nouvel avis avec de nouveaux délais'),
  uphold: say('left as it is', 'maintenue'),
}

export const courtOutcomeWords: Readonly<Record<CourtOutcome, Words>> = {
  cancel: say('cancel the penalty', 'annuler la sanction'),
  reduce: say('reduce it', 'la réduire'),
  dismiss: say('dismiss the appeal', 'rejeter l’appel'),
}

export const nationWords: Readonly<Record<UkNation, Words>> = {
  'england-and-wales': say('in England and Wales', 'en Angleterre et au pays de Galles'),
  'northern-ireland': say('in Northern Ireland', 'en Irlande du Nord'),
  'scotland': say('in Scotland', 'en Écosse'),
}

export const courtWords = {
  'county-court': say('the county court', 'la county court'),
  'sheriff': say('the sheriff', 'le sheriff'),
} as const
