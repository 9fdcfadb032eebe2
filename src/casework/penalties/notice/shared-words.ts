import type { Capacity, Transporter } from '#law'
import { draft, type Sentence } from './sentence.ts'

/** What every letter says. */
export const shared = {
  page: draft('Page', 'Page'),
  of: draft('of', 'sur'),
  draftMark: draft('DRAFT – not issued', 'PROJET – non émis'),
  demonstrationMark: draft('DEMONSTRATION – no legal effect', 'DÉMONSTRATION – sans effet juridique'),
  forTheAttentionOf: draft('For the attention of {name}', 'À l’attention de {name}'),
  ourReference: draft('Our reference', 'Notre référence'),
  caseReference: draft('Case', 'Dossier'),
  youAre: draft('You are', 'Votre qualité'),
  authenticHeading: draft('This letter is in two languages', 'Cette lettre est rédigée en deux langues'),
  authentic: draft(
    'The English text is the one with legal effect. The translation is there so that you can act in time.',
    'Le texte anglais, joint à la suite, fait seul foi. Cette traduction vous est donnée pour que vous puissiez agir à temps.',
  ),
  whatHappened: draft('What happened', 'Les faits'),
  place: draft('Place', 'Lieu'),
  date: draft('Date', 'Date'),
  dateAndTime: draft('{day} at {time} (local time)', '{day} à {time} (heure locale)'),
  vehicle: draft('Vehicle', 'Véhicule'),
  trailer: draft('Trailer', 'Remorque'),
  found: draft('Found concealed', 'Trouvées cachées'),
  onePerson: draft('1 person', '1 personne'),
  people: draft('{count} people', '{count} personnes'),
  workedOut: draft('How the amount was worked out', 'Comment le montant a été calculé'),
  ladderCaption: draft('Each rule that was looked at, in order', 'Chaque règle examinée, dans l’ordre'),
  ruleColumn: draft('Rule, and where it is written', 'Règle, et où elle est écrite'),
  amountColumn: draft('Amount after it', 'Montant après'),
  daysCaption: draft('What you can do, and by when', 'Ce que vous pouvez faire, et jusqu’à quand'),
  stepColumn: draft('Step', 'Démarche'),
  lastDayColumn: draft('Last day', 'Dernier jour'),
  appeal: draft('Appeal to a court', 'Faire appel devant un tribunal'),
  reachUs: draft('How to reach us', 'Comment nous joindre'),
  write: draft('Write to', 'Par courrier'),
  email: draft('Email', 'Courriel'),
  quote: draft('Give this reference', 'Référence à indiquer'),
  theSecretaryOfState: draft('for the Secretary of State', 'pour le Secrétaire d’État'),
  wroteInEnglish: draft('In the officer’s own words:', 'Dans les termes de l’agent (en anglais) :'),
} as const satisfies Record<string, Sentence>

export const capacityWords: Readonly<Record<Capacity, Sentence>> = {
  driver: draft('Driver', 'Conducteur'),
  owner: draft('Owner', 'Propriétaire'),
  hirer: draft('Hirer', 'Locataire'),
  operator: draft('Operator', 'Exploitant'),
}

/** The same, inside a sentence. */
export const asCapacity: Readonly<Record<Capacity, Sentence>> = {
  driver: draft('its driver', 'conducteur'),
  owner: draft('its owner', 'propriétaire'),
  hirer: draft('its hirer', 'locataire'),
  operator: draft('its operator', 'exploitant'),
}

export const transporterWords: Readonly<Record<Transporter, Sentence>> = {
  'goods-vehicle': draft('a goods vehicle', 'un véhicule de marchandises'),
  'detached-trailer': draft('a detached trailer', 'une remorque dételée'),
  bus: draft('a bus or coach', 'un autocar'),
  'other-vehicle': draft('a vehicle', 'un véhicule'),
}
