import { say, type Words } from '../words.ts'
import type { Settings } from '../assessment.ts'

/** A point on which the sources leave two readings. Both are shown to the person who decides; neither is applied in silence. */
export interface UnsettledPoint {
  readonly id: string
  readonly question: Words
  readonly chosen: Words
  readonly other: Words
  readonly settledBy: Words
  /** The setting that moves an amount, where there is one; the rest are settled by a person or by a document. */
  readonly setting?: keyof Settings
}

export const defaultSettings: Settings = {
  discountCombination: 'ADDITIVE',
  tierCap: 'SOFT',
  priorScope: 'SAME_SECTION',
  priorsBefore2023: 'COUNT',
  challengedPriors: 'IGNORE_UNTIL_FINAL',
  fullCompliance: 'READING_A',
  practiceOf2026: 'BY_INCIDENT_DATE',
}

/** Both readings of each setting, the default first. */
export const readingsOf: { readonly [Name in keyof Settings]: readonly [Settings[Name], Settings[Name]] } = {
  discountCombination: ['ADDITIVE', 'MULTIPLICATIVE'],
  tierCap: ['SOFT', 'HARD'],
  priorScope: ['SAME_SECTION', 'ANY_SECTION'],
  priorsBefore2023: ['COUNT', 'IGNORE'],
  challengedPriors: ['IGNORE_UNTIL_FINAL', 'COUNT'],
  fullCompliance: ['READING_A', 'READING_B'],
  practiceOf2026: ['BY_INCIDENT_DATE', 'BY_DECISION_DATE'],
}

const theCode = say('the text of the code of practice', 'le texte du code de pratique')

export const unsettledPoints: readonly UnsettledPoint[] = [
  {
    id: 'C1',
    setting: 'discountCombination',
    question: say('How do two 50% discounts combine?', 'Comment deux réductions de 50 % se cumulent-elles ?'),
    chosen: say('ADDITIVE: each is taken from the starting point, so both together leave nothing', 'ADDITIVE : chacune est prise sur le montant de départ ; les deux ne laissent rien'),
    other: say('MULTIPLICATIVE: the second is half of the half, so a quarter is left', 'MULTIPLICATIVE : la seconde est la moitié de la moitié ; un quart demeure'),
    settledBy: theCode,
  },
  {
    id: 'C2',
    setting: 'tierCap',
    question: say('Is the aggregate for a first incident a cap?', 'Le total d’un premier incident est-il un plafond ?'),
    chosen: say('SOFT: the statutory aggregate is the cap and the tier is a warning', 'SOFT : le total légal est le plafond, le palier un avertissement'),
    other: say('HARD: the tier, twice the highest starting point, is itself the cap', 'HARD : le palier, deux fois le plus haut montant de départ, est lui-même le plafond'),
    settledBy: theCode,
  },
  {
    id: 'C3',
    setting: 'priorScope',
    question: say('Which earlier penalties raise the starting point?', 'Quelles sanctions antérieures relèvent le montant de départ ?'),
    chosen: say('SAME_SECTION: those under the same section', 'SAME_SECTION : celles de la même section'),
    other: say('ANY_SECTION: any under the scheme', 'ANY_SECTION : toutes celles du dispositif'),
    settledBy: theCode,
  },
  {
    id: 'C3-2023',
    setting: 'priorsBefore2023',
    question: say('Do penalties issued before 13 February 2023 count?', 'Les sanctions émises avant le 13 février 2023 comptent-elles ?'),
    chosen: say('COUNT: the five years reach back before the reform', 'COUNT : les cinq ans remontent avant la réforme'),
    other: say('IGNORE: only penalties under the reformed scheme', 'IGNORE : seules comptent les sanctions du régime réformé'),
    settledBy: theCode,
  },
  {
    id: 'C3-challenged',
    setting: 'challengedPriors',
    question: say('Does a penalty still under objection or appeal count?', 'Une sanction encore contestée compte-t-elle ?'),
    chosen: say('IGNORE_UNTIL_FINAL: only once it stands', 'IGNORE_UNTIL_FINAL : seulement une fois définitive'),
    other: say('COUNT: it was issued, so it counts', 'COUNT : elle a été émise, donc elle compte'),
    settledBy: theCode,
  },
  {
    id: 'C4',
    question: say('What are the forms called?', 'Comment s’appellent les formulaires ?'),
    chosen: say('IS11 is the notice, ISD11 the request for information', 'IS11 est l’avis, ISD11 la demande d’informations'),
    other: say('Other names in use', 'D’autres noms en usage'),
    settledBy: say('the casework team', 'l’équipe d’instruction'),
  },
  {
    id: 'C5',
    setting: 'fullCompliance',
    question: say('What changed on 1 January 2026?', 'Qu’est-ce qui a changé le 1er janvier 2026 ?'),
    chosen: say('READING_A: the arithmetic stands; membership now reaches employed drivers', 'READING_A : le calcul demeure ; l’adhésion profite désormais aux conducteurs salariés'),
    other: say('READING_B: full compliance alone takes anyone’s penalty to nil', 'READING_B : la conformité complète suffit à ramener la sanction à zéro'),
    settledBy: say('the Home Office guidance of December 2025 or January 2026', 'les instructions du Home Office de décembre 2025 ou janvier 2026'),
  },
  {
    id: 'C5-date',
    setting: 'practiceOf2026',
    question: say('Which date brings in the 2026 practice?', 'Quelle date déclenche la pratique de 2026 ?'),
    chosen: say('BY_INCIDENT_DATE: incidents from 1 January 2026', 'BY_INCIDENT_DATE : incidents à partir du 1er janvier 2026'),
    other: say('BY_DECISION_DATE: decisions from 1 January 2026, on earlier incidents too', 'BY_DECISION_DATE : décisions à partir du 1er janvier 2026, même sur des incidents antérieurs'),
    settledBy: say('the Home Office guidance of December 2025 or January 2026', 'les instructions du Home Office de décembre 2025 ou janvier 2026'),
  },
  {
    id: 'C6',
    question: say('How are an individual’s means assessed?', 'Comment les moyens d’un particulier sont-ils évalués ?'),
    chosen: say('A person assesses an amount with evidence; it never exceeds the remaining level', 'Une personne fixe un montant sur preuves ; il ne dépasse jamais le niveau restant'),
    other: say('A formula by income', 'Une formule selon le revenu'),
    settledBy: theCode,
  },
  {
    id: 'C7',
    question: say('How long is there to appeal?', 'Quel est le délai d’appel ?'),
    chosen: say('28 days, as the former official guide said', '28 jours, selon l’ancien guide officiel'),
    other: say('21 days, as in older practice directions', '21 jours, selon d’anciennes directives de procédure'),
    settledBy: say('CPR Practice Direction 52D', 'la directive CPR 52D'),
  },
  {
    id: 'C8',
    question: say('What does section 36A say in full?', 'Que dit exactement l’article 36A ?'),
    chosen: say('As its amendments show it', 'Comme le montrent ses modifications'),
    other: say('None known', 'Aucune connue'),
    settledBy: say('the text of section 36A', 'le texte de l’article 36A'),
  },
  {
    id: 'C9',
    question: say('Can two people in a lorry mean 20,000 jointly, as one trade body wrote?', 'Deux personnes dans un camion font-elles 20 000 ensemble, comme l’a écrit une fédération ?'),
    chosen: say('Not used: driver and operator make 24,000 on a first incident, 40,000 later', 'Non retenu : conducteur et exploitant font 24 000 au premier incident, 40 000 ensuite'),
    other: say('One entrant and two persons on a later incident: 2 × 10,000', 'Un entrant et deux personnes lors d’un incident ultérieur : 2 × 10 000'),
    settledBy: say('the draft code', 'le projet de code'),
  },
  {
    id: 'C10',
    question: say('What was the total of the published case of 13 entrants?', 'Quel fut le total de l’affaire publiée aux 13 entrants ?'),
    chosen: say('117,000, which fits the stated saving', '117 000, conforme à l’économie annoncée'),
    other: say('113,000 in a later article', '113 000 dans un article ultérieur'),
    settledBy: say('the notice itself', 'l’avis lui-même'),
  },
  {
    id: 'C11',
    question: say('How did a motorhome come to 1,500 for one entrant?', 'Comment un camping-car est-il arrivé à 1 500 pour un entrant ?'),
    chosen: say('Not reproduced: discretion or means', 'Non reproduit : appréciation ou moyens'),
    other: say('A rule not found', 'Une règle non trouvée'),
    settledBy: say('the casework team', 'l’équipe d’instruction'),
  },
  {
    id: 'C12',
    question: say('From which day do the 180 days run when no entrant was found?', 'De quel jour courent les 180 jours sans entrant découvert ?'),
    chosen: say('The day the vehicle arrived insecure', 'Le jour de l’arrivée du véhicule non sécurisé'),
    other: say('The day of the decision to penalise', 'Le jour de la décision de sanctionner'),
    settledBy: say('legal advice', 'un avis juridique'),
  },
  {
    id: 'C13',
    question: say('Are sections 80 and 82 of the Data (Use and Access) Act 2025 in force?', 'Les articles 80 et 82 de la loi de 2025 sur les données sont-ils en vigueur ?'),
    chosen: say('Treated as in force, and a reason is still asked for', 'Traités comme en vigueur, et un motif reste demandé'),
    other: say('Not in force', 'Pas en vigueur'),
    settledBy: say('the commencement regulations', 'les règlements d’entrée en vigueur'),
  },
  {
    id: 'C14',
    question: say('How long may plate reads be kept?', 'Combien de temps garder les lectures de plaques ?'),
    chosen: say('At most 12 months when nothing links them to a case', 'Douze mois au plus sans lien avec un dossier'),
    other: say('Another period in a later national standard', 'Une autre durée dans une norme nationale ultérieure'),
    settledBy: say('the current national standard', 'la norme nationale en vigueur'),
  },
  {
    id: 'C15',
    question: say('How long does a membership of the accreditation scheme last?', 'Combien de temps dure une adhésion au dispositif d’agrément ?'),
    chosen: say('Whatever is recorded for that member', 'Ce qui est enregistré pour ce membre'),
    other: say('A fixed period', 'Une durée fixe'),
    settledBy: say('the casework team', 'l’équipe d’instruction'),
  },
  {
    id: 'C16',
    question: say('Were the regulations or the code amended after 2023?', 'Les règlements ou le code ont-ils été modifiés après 2023 ?'),
    chosen: say('No amendment was found', 'Aucune modification trouvée'),
    other: say('A later order or revision', 'Un arrêté ou une révision ultérieurs'),
    settledBy: say('the effects table of legislation.gov.uk', 'la table des effets de legislation.gov.uk'),
  },
  {
    id: 'P1',
    question: say('Does the day on which the decision is told count towards the 60 days to pay?', 'Le jour où la décision est communiquée compte-t-il dans les 60 jours de paiement ?'),
    chosen: say('It counts: the objector has been informed', 'Il compte : l’opposant est informé'),
    other: say('It does not: part of that day the decision was not yet told', 'Il ne compte pas : une partie de ce jour, la décision n’était pas encore communiquée'),
    settledBy: say('legal advice on regulation 4(2)', 'un avis juridique sur le règlement 4(2)'),
  },
  {
    id: 'P2',
    question: say('When is an objector abroad informed of a decision that goes by post?', 'Quand un opposant à l’étranger est-il informé d’une décision envoyée par la poste ?'),
    chosen: say('On the day that the letter bears: regulation 14(2) speaks of receipt, and regulation 4(2) of being informed', 'Le jour que porte la lettre : le règlement 14(2) parle de réception, le règlement 4(2) d’information'),
    other: say('On the fourth day after it was sent, when it is taken to be received; the last days to pay and to appeal are then as much later', 'Le quatrième jour après l’envoi, où elle est réputée reçue ; les derniers jours pour payer et faire appel sont d’autant plus tardifs'),
    settledBy: say('legal advice on regulations 4(2) and 14(2)', 'un avis juridique sur les règlements 4(2) et 14(2)'),
  },
]
