import type { BusinessSize } from './assessment.ts'
import { say, type Words } from './words.ts'

/** The facts about one person that are shown or not shown. */
export const shownFacts = ['complied', 'accredited', 'employedByAccredited', 'absentAndActedToComply', 'duress', 'penalisedUnderOtherSection', 'penalisedAtControl'] as const
export type ShownFact = (typeof shownFacts)[number]

/** Each fact as it reads when it is shown, and when it is not. */
export const shownFactWords: Readonly<Record<ShownFact, { readonly shown: Words; readonly notShown: Words }>> = {
  complied: {
    shown: say('Shown to have taken every action asked of this person', 'Toutes les mesures qui incombaient à cette personne démontrées'),
    notShown: say('Not shown to have taken every action asked of this person', 'Mesures qui incombaient à cette personne non démontrées'),
  },
  accredited: {
    shown: say('A member of the accreditation scheme at the incident', 'Membre du dispositif d’agrément lors de l’incident'),
    notShown: say('Not a member of the accreditation scheme at the incident', 'Pas membre du dispositif d’agrément lors de l’incident'),
  },
  employedByAccredited: {
    shown: say('Employed by a member of the accreditation scheme', 'Salarié d’un membre du dispositif d’agrément'),
    notShown: say('Not employed by a member of the accreditation scheme', 'Pas salarié d’un membre du dispositif d’agrément'),
  },
  absentAndActedToComply: {
    shown: say('Not on the journey, and shown to have acted to ensure compliance', 'Absent du trajet, action pour la conformité démontrée'),
    notShown: say('Not shown to have been absent and to have acted to ensure compliance', 'Absence et action pour la conformité non démontrées'),
  },
  duress: {
    shown: say('Shown to have acted under duress', 'Contrainte démontrée'),
    notShown: say('Duress not shown', 'Contrainte non démontrée'),
  },
  penalisedUnderOtherSection: {
    shown: say('Already penalised under the other section for the same circumstances', 'Déjà sanctionné au titre de l’autre article pour les mêmes faits'),
    notShown: say('Not already penalised under the other section', 'Pas encore sanctionné au titre de l’autre article'),
  },
  penalisedAtControl: {
    shown: say('Already penalised at the control outside the UK on this journey', 'Déjà sanctionné au contrôle hors du Royaume-Uni lors de ce trajet'),
    notShown: say('Not already penalised at the control outside the UK', 'Pas encore sanctionné au contrôle hors du Royaume-Uni'),
  },
}

/** The same where it is known which actions are missing. */
export function shownAsWell(actions: readonly string[]): Words {
  const list = actions.join('; ')
  return say(`Shown as well, so that every action asked of this person is: ${list}`, `Aussi démontrées, donc toutes les mesures incombant à cette personne : ${list}`)
}

export const shownSizeWords: Readonly<Record<BusinessSize, Words>> = {
  micro: say('Shown to be a micro business', 'Microentreprise, démontré'),
  small: say('Shown to be a small business', 'Petite entreprise, démontré'),
  medium: say('Shown to be a medium-sized business', 'Entreprise moyenne, démontré'),
  large: say('A large business', 'Grande entreprise'),
}

export const noEarlierPenalty = say('No earlier penalty counted', 'Aucune sanction antérieure retenue')

export const securingWords = {
  shown: say('The vehicle shown to have been adequately secured on arrival', 'Véhicule suffisamment sécurisé à l’arrivée, démontré'),
  notShown: say('The vehicle not adequately secured on arrival', 'Véhicule insuffisamment sécurisé à l’arrivée'),
} as const
