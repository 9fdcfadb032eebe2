import { assessedPenaltiesFrom, beforeAssessedPenalties, beforeReform, lastDayBefore, reformedFrom } from '../eras.ts'
import type { Capacity, Transporter } from '../assessment.ts'
import type { Form, Provision } from '../provision.ts'
import { say } from '../words.ts'

const section = (number: string, part = ''): { cite: string; url: string; standing: 'read' } => ({
  cite: `Immigration and Asylum Act 1999 s.${number}${part}`,
  url: `https://www.legislation.gov.uk/ukpga/1999/33/section/${number}`,
  standing: 'read',
})

const act2002 = 'Nationality, Immigration and Asylum Act 2002 Sch. 8'
const act2022 = (paragraph: string): string => `Nationality and Borders Act 2022 Sch. 5 para. ${paragraph}`
const untilReform = { from: assessedPenaltiesFrom, to: lastDayBefore(reformedFrom) } as const
const since2002 = <Rule>(rule: Rule): readonly Form<Rule>[] => [beforeAssessedPenalties, { from: assessedPenaltiesFrom, madeBy: act2002, rule }]
const since2023 = <Rule>(paragraph: string, rule: Rule): readonly Form<Rule>[] => [
  beforeReform,
  { from: reformedFrom, madeBy: act2022(paragraph), rule },
]

export type ResponsibleCapacities = Readonly<Record<Transporter, readonly Capacity[]>>

const ofAVehicle = ['owner', 'hirer', 'driver'] as const
const ofADetachedTrailer = ['owner', 'hirer', 'operator'] as const

export const responsibleForCarrying: Provision<ResponsibleCapacities> = {
  ...section('32', '(5)-(6)'),
  says: say('Who answers for entrants found: by kind of vehicle, in which capacities.', 'Qui répond des entrants découverts : selon le véhicule, à quel titre.'),
  forms: since2002({
    'goods-vehicle': ofAVehicle,
    'detached-trailer': ofADetachedTrailer,
    bus: ofAVehicle,
    'other-vehicle': ofAVehicle,
  }),
}

/** Empty for what is not a goods vehicle: the section does not reach it. */
export const responsibleForSecuring: Provision<ResponsibleCapacities> = {
  ...section('31A', '(14)'),
  says: say('Who answers for a goods vehicle that was not secured, in which capacities.', 'Qui répond d’un véhicule de marchandises non sécurisé, à quel titre.'),
  forms: since2023('3', { 'goods-vehicle': ofAVehicle, 'detached-trailer': ofADetachedTrailer, bus: [], 'other-vehicle': [] }),
}

/** Both limbs must be met: the vehicle not adequately secured on arrival, and this person's own actions not taken. */
export const failureToSecure: Provision<{ limbs: readonly ['not-adequately-secured', 'own-actions-not-taken'] }> = {
  ...section('31A', '(1)'),
  says: say('A person is liable only when the vehicle was not adequately secured and that person’s own actions were not taken.', 'Une personne n’est responsable que si le véhicule n’était pas suffisamment sécurisé et si elle n’a pas pris ses propres mesures.'),
  forms: since2023('3', { limbs: ['not-adequately-secured', 'own-actions-not-taken'] }),
}

/** A person who can show the prescribed actions may be given a reduction; the regulations that list them, by vehicle. */
export const reductionForCompliance: Provision<Readonly<Record<Transporter, string>>> = {
  ...section('32', '(2B)-(2C)'),
  says: say('A person who can show that the prescribed actions were taken may be given a reduction.', 'La personne qui démontre avoir pris les mesures prescrites peut obtenir une réduction.'),
  forms: since2023('4', {
    'goods-vehicle': 'S.I. 2002/2817 reg. 3A',
    'detached-trailer': 'S.I. 2002/2817 reg. 3A',
    bus: 'S.I. 2002/2817 regs 3B, 3D and 3E',
    'other-vehicle': 'S.I. 2002/2817 regs 3C and 3D',
  }),
}

export const penaltyForEachEntrant: Provision<{ eachPersonConcealed: true }> = {
  ...section('32', '(2)'),
  says: say('There is a penalty for each clandestine entrant, and for each person concealed with one.', 'Une sanction est encourue pour chaque entrant clandestin et pour chaque personne dissimulée avec lui.'),
  forms: since2002({ eachPersonConcealed: true }),
}

export const penaltyForEachCapacity: Provision<{ separate: true }> = {
  ...section('32', '(6A)'),
  says: say('A person responsible in two capacities may be penalised in each.', 'Une personne responsable à deux titres peut être sanctionnée à chaque titre.'),
  forms: since2002({ separate: true }),
}

export const penaltyForEachSecuringCapacity: Provision<{ separate: true }> = {
  ...section('31A', '(15)'),
  says: say('A person responsible for securing in two capacities may be penalised in each.', 'Une personne responsable de la sécurisation à deux titres peut être sanctionnée à chaque titre.'),
  forms: since2023('3', { separate: true }),
}

/** Who answers together for the driver's penalty: whoever the driver has this tie with. */
export const jointLiabilityForCarrying: Provision<{ tie: 'contract' | 'employment' }> = {
  ...section('32', '(4)'),
  says: say('An owner or hirer with this tie to the driver answers, with the driver, for the driver’s penalty.', 'Le propriétaire ou locataire ayant ce lien avec le conducteur répond, avec lui, de la sanction du conducteur.'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: act2002, rule: { tie: 'employment' } },
    { from: reformedFrom, madeBy: act2022('4'), rule: { tie: 'contract' } },
  ],
}

export const jointLiabilityForNotSecuring: Provision<{ tie: 'contract' }> = {
  ...section('31A', '(12)'),
  says: say('An owner or hirer under contract with the driver answers, with the driver, for the driver’s penalty for not securing.', 'Le propriétaire ou locataire lié au conducteur par contrat répond, avec lui, de sa sanction pour défaut de sécurisation.'),
  forms: since2023('3', { tie: 'contract' }),
}

/** The bar that stops a section 32 penalty on a person already penalised under section 31A for the same circumstances. */
export const barOnCarryingAfterSecuring: Provision<{ barred: true }> = {
  ...section('32', '(6B)'),
  says: say('Nobody is penalised for carrying who was penalised for not securing in the same circumstances.', 'Nul n’est sanctionné pour transport s’il l’a été pour défaut de sécurisation pour les mêmes faits.'),
  forms: since2023('4', { barred: true }),
}

export const barOnSecuringAfterCarrying: Provision<{ barred: true }> = {
  ...section('31A', '(11)'),
  says: say('Nobody is penalised for not securing who was penalised for carrying in the same circumstances.', 'Nul n’est sanctionné pour défaut de sécurisation s’il l’a été pour transport pour les mêmes faits.'),
  forms: since2023('3', { barred: true }),
}

/** A penalty for arrival at the control outside the UK bars another for arrival in the UK on the same journey. */
export const barOnSecondArrival: Provision<{ barred: true }> = {
  ...section('31A', '(10)'),
  says: say('A penalty at the control outside the United Kingdom bars another for arrival in it on the same journey.', 'Une sanction au contrôle hors du Royaume-Uni en exclut une autre à l’arrivée lors du même trajet.'),
  forms: since2023('3', { barred: true }),
}

export const duressInCarrying: Provision<{ excuses: 'carrier' }> = {
  ...section('34', '(2)'),
  says: say('No penalty for carrying when the carrier, or an employee directly responsible, acted under duress.', 'Pas de sanction pour transport si le transporteur, ou un salarié directement responsable, a agi sous la contrainte.'),
  forms: since2002({ excuses: 'carrier' }),
}

export const duressShared: Provision<{ with: 'every-responsible-person' }> = {
  ...section('34', '(6)'),
  says: say('Duress shown by one frees every other person responsible for that entrant.', 'La contrainte démontrée par l’un libère toutes les autres personnes responsables de cet entrant.'),
  forms: since2002({ with: 'every-responsible-person' }),
}

export const duressInSecuring: Provision<{ excuses: 'that-person' }> = {
  ...section('31A', '(9)'),
  says: say('No penalty for not securing for a person whose own failure came of duress.', 'Pas de sanction pour défaut de sécurisation si le manquement de la personne résulte de la contrainte.'),
  forms: since2023('3', { excuses: 'that-person' }),
}

/** The effective-system defence ended for vehicles with the reform; rail freight keeps it and is decided by hand. */
export const effectiveSystemDefence: Provision<{ personal: true }> = {
  ...section('34', '(3)'),
  says: say('Until the reform, a carrier with an effective system, properly operated, and no knowledge was not liable.', 'Jusqu’à la réforme, le transporteur doté d’un système efficace, bien appliqué, et sans connaissance des faits n’était pas responsable.'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: act2002, rule: { personal: true } },
    { from: reformedFrom, madeBy: `repealed for vehicles by ${act2022('7')}`, rule: null },
  ],
}

/** The decider must have regard to the code and may weigh any other relevant matter. */
export const regardToCode: Provision<{ mayDepartWithReasons: true }> = {
  ...section('32A'),
  says: say('Whoever decides must have regard to the code, and may weigh anything else that matters, with reasons.', 'Le décideur tient compte du code et peut peser tout autre élément pertinent, en le motivant.'),
  forms: since2002({ mayDepartWithReasons: true }),
}

/** A longer time to decide counts only when the objector agreed to it. */
export const agreedDecisionTime: Provision<{ agreedWith: 'objector' }> = {
  ...section('35', '(7)(a)'),
  says: say('A longer time to decide an objection counts only when the objector agreed to it.', 'Un délai plus long pour décider d’une contestation ne vaut que si son auteur l’a accepté.'),
  forms: since2002({ agreedWith: 'objector' }),
}

/** No power to extend is given, so a person decides what follows a late objection. */
export const objectionInTime: Provision<{ lateAccepted: 'by-a-person' }> = {
  ...section('35', '(5)'),
  says: say('An objection is in writing, with reasons and in time; no power to extend is given, so a person judges a late one.', 'La contestation est écrite, motivée et dans le délai ; aucun pouvoir de prolongation n’étant prévu, une personne apprécie la contestation tardive.'),
  forms: since2002({ lateAccepted: 'by-a-person' }),
}

export const rightOfAppeal: Provision<{ court: string }> = {
  ...section('35A'),
  says: say('A person may appeal to this court that there is no liability, or that the amount is too high.', 'Une personne peut saisir ce tribunal pour contester la responsabilité ou le montant.'),
  forms: since2002({ court: 'county court or sheriff' }),
}

export const provisionalDetention: Provision<{ hours: number }> = {
  ...section('36', '(2B)-(2C)'),
  says: say('Before a notice is issued a vehicle may be held provisionally for no longer than this.', 'Avant l’émission d’un avis, un véhicule peut être retenu à titre provisoire, pas plus longtemps.'),
  forms: since2002({ hours: 24 }),
}

export const detentionInDefault: Provision<{ notWhileAppealOpen: true }> = {
  ...section('36A'),
  standing: 'unconfirmed',
  says: say('A vehicle may be detained when a penalty is not paid, but not while an appeal is open.', 'Un véhicule peut être retenu faute de paiement, mais pas tant qu’un recours est en cours.'),
  forms: since2002({ notWhileAppealOpen: true }),
}

/** Beginning with the day the detention began. */
export const salePeriod: Provision<{ days: number }> = {
  ...section('37', '(4)'),
  says: say('A detained vehicle may be sold when this many days have passed, beginning with the day of detention.', 'Un véhicule retenu peut être vendu après ce nombre de jours, à compter du jour de la retenue.'),
  forms: since2002({ days: 84 }),
}

export const noSaleWhileAppealOpen: Provision<{ waitsForAppeal: true }> = {
  ...section('37', '(5A)'),
  says: say('Nothing is sold while an appeal can be brought or is undecided.', 'Rien n’est vendu tant qu’un recours peut être formé ou n’est pas tranché.'),
  forms: since2002({ waitsForAppeal: true }),
}

/** What a person found concealed must be shown to be; knowledge of the carrier does not matter. */
export const clandestineEntrant: Provision<{ routes: readonly string[] }> = {
  ...section('32', '(1)'),
  says: say('Who is a clandestine entrant: by one of these routes, concealed, and seeking asylum or evading control.', 'Qui est un entrant clandestin : par l’une de ces voies, dissimulé, et demandant l’asile ou se soustrayant au contrôle.'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: act2002, rule: { routes: ['a', 'aa', 'b'] } },
    // Route (c) could be used for penalties only from the reform: S.I. 2023/32 art. 2(2)(b).
    { from: reformedFrom, madeBy: act2022('4'), rule: { routes: ['a', 'aa', 'b', 'c'] } },
  ],
}

export const goodsVehicle: Provision<{ needs: readonly string[] }> = {
  ...section('43', '(1)'),
  says: say('A vehicle is a goods vehicle only when it is made for goods and used commercially at the time.', 'Un véhicule n’est de marchandises que s’il est conçu pour elles et utilisé à titre commercial à ce moment.'),
  forms: [beforeReform, { from: reformedFrom, madeBy: 'Nationality and Borders Act 2022 Sch. 5', rule: { needs: ['designed-for-goods', 'used-commercially'] } }],
}
