import { say, type Words } from '../words.ts'

/** Law that Juxta leaves to a person, and why. */
export interface NotHeld {
  readonly what: Words
  readonly why: Words
}

/** Said wherever somebody has to choose a kind of vehicle, so that nobody forces another into one of ours. */
export const otherCarriers: Words = say(
  'Ships, aircraft and trains, shuttle wagons included, are not worked out here: older wording and an older defence still stand for them. A senior officer of the casework team judges those by the Act itself: write to the team with the papers.',
  'Navires, aéronefs et trains, wagons de navette compris, ne sont pas calculés ici : un texte et une défense plus anciens subsistent pour eux. Un officier supérieur de l’équipe d’instruction les apprécie selon la loi elle-même : écrivez à l’équipe avec les pièces.',
)

export const notHeld: readonly NotHeld[] = [
  {
    what: say('Ships and aircraft (section 32(5)(a), owner and captain)', 'Navires et aéronefs (article 32(5)(a), propriétaire et capitaine)'),
    why: say('Several amendments of 2002 were never commenced for them; the older wording is applied by hand.', 'Plusieurs modifications de 2002 n’ont jamais pris effet pour eux ; l’ancien texte est appliqué à la main.'),
  },
  {
    what: say('Rail freight wagons and shuttle wagons (section 32(5A), train operator), with the codes of S.I. 2001/312 and S.I. 2001/3233', 'Wagons de fret et de navette (article 32(5A), exploitant du train), avec les codes S.I. 2001/312 et S.I. 2001/3233'),
    why: say('The defence of an effective system still stands for them (section 34(3) and (3A)), and is for a person to judge. The maxima are the same.', 'La défense du système efficace subsiste pour eux (article 34(3) et (3A)), et une personne l’apprécie. Les maxima sont les mêmes.'),
  },
  {
    what: say('Amounts for conduct before 13 February 2023', 'Montants pour des faits antérieurs au 13 février 2023'),
    why: say('The factors of the older code could not be read. Old amounts are entered as they were, within £2,000 for a person and £4,000 for all, for each entrant.', 'Les critères de l’ancien code n’ont pu être lus. Les anciens montants sont saisis tels quels, dans la limite de 2 000 £ par personne et 4 000 £ au total, par entrant.'),
  },
  {
    what: say('Conduct before 8 December 2002', 'Faits antérieurs au 8 décembre 2002'),
    why: say('Fixed penalties under other regulations applied.', 'Des sanctions fixes relevant d’un autre règlement s’appliquaient.'),
  },
  {
    what: say('Departing from the United Kingdom with an insecure vehicle', 'Quitter le Royaume-Uni avec un véhicule non sécurisé'),
    why: say('Guidance speaks of it; the Act speaks of arrival only, so no rule is made of it without advice.', 'Les instructions en parlent ; la loi ne vise que l’arrivée : aucune règle n’en est tirée sans avis.'),
  },
]
