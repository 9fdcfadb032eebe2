import { act2002, act2022, changedIn2023, section, since2002, since2023, untilReform } from '../citing.ts'
import { beforeAssessedPenalties, reformedFrom } from '../eras.ts'
import type { Capacity, Transporter } from '../assessment.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

export type ResponsibleCapacities = Readonly<Record<Transporter, readonly Capacity[]>>

const ofAVehicle = ['owner', 'hirer', 'driver'] as const
const ofADetachedTrailer = ['owner', 'hirer', 'operator'] as const

export const responsibleForCarrying: Provision<ResponsibleCapacities> = {
  ...section('32', '(5)-(6)'),
  says: say('Who answers for entrants found: by kind of vehicle, in which capacities.', 'Qui répond des entrants découverts : selon le véhicule, à quel titre.'),
  forms: since2002(act2002, {
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
  forms: since2023(act2022('3'), { 'goods-vehicle': ofAVehicle, 'detached-trailer': ofADetachedTrailer, bus: [], 'other-vehicle': [] }),
}

/** Both limbs must be met: the vehicle not adequately secured on arrival, and this person's own actions not taken. */
export const failureToSecure: Provision<{ limbs: readonly ['not-adequately-secured', 'own-actions-not-taken'] }> = {
  ...section('31A', '(1)'),
  says: say('A person is liable only when the vehicle was not adequately secured and that person’s own actions were not taken.', 'Une personne n’est responsable que si le véhicule n’était pas suffisamment sécurisé et si elle n’a pas pris ses propres mesures.'),
  forms: since2023(act2022('3'), { limbs: ['not-adequately-secured', 'own-actions-not-taken'] }),
}

/** A person who can show the prescribed actions may be given a reduction; the regulations that list them, by vehicle. */
export const reductionForCompliance: Provision<Readonly<Record<Transporter, string>>> = {
  ...section('32', '(2B)-(2C)'),
  says: say('A person who can show that the prescribed actions were taken may be given a reduction.', 'La personne qui démontre avoir pris les mesures prescrites peut obtenir une réduction.'),
  forms: since2023(act2022('4'), {
    'goods-vehicle': 'S.I. 2002/2817 reg. 3A',
    'detached-trailer': 'S.I. 2002/2817 reg. 3A',
    bus: 'S.I. 2002/2817 regs 3B, 3D and 3E',
    'other-vehicle': 'S.I. 2002/2817 regs 3C and 3D',
  }),
}

export const penaltyForEachEntrant: Provision<{ eachPersonConcealed: true }> = {
  ...section('32', '(2)'),
  says: say('A penalty may be required, and need not be, for each clandestine entrant and for each person concealed with one.', 'Une sanction peut être exigée, sans devoir l’être, pour chaque entrant clandestin et pour chaque personne dissimulée avec lui.'),
  forms: since2002(act2002, { eachPersonConcealed: true }),
}

export const penaltyForEachCapacity: Provision<{ separate: true }> = {
  ...section('32', '(6A)'),
  says: say('A person responsible in two capacities may be penalised in each.', 'Une personne responsable à deux titres peut être sanctionnée à chaque titre.'),
  forms: since2002(act2002, { separate: true }),
}

export const penaltyForEachSecuringCapacity: Provision<{ separate: true }> = {
  ...section('31A', '(15)'),
  says: say('A person responsible for securing in two capacities may be penalised in each.', 'Une personne responsable de la sécurisation à deux titres peut être sanctionnée à chaque titre.'),
  forms: since2023(act2022('3'), { separate: true }),
}

/** Who answers together for the driver's penalty: whoever the driver has this tie with. */
export const jointLiabilityForCarrying: Provision<{ tie: 'contract' | 'employment' }> = {
  ...section('32', '(4)'),
  says: say('An owner or hirer with this tie to the driver answers, with the driver, for the driver’s penalty.', 'Le propriétaire ou locataire ayant ce lien avec le conducteur répond, avec lui, de la sanction du conducteur.'),
  forms: changedIn2023({ madeBy: act2002, rule: { tie: 'employment' } }, { madeBy: act2022('4'), rule: { tie: 'contract' } }),
}

export const jointLiabilityForNotSecuring: Provision<{ tie: 'contract' }> = {
  ...section('31A', '(12)'),
  says: say('An owner or hirer under contract with the driver answers, with the driver, for the driver’s penalty for not securing.', 'Le propriétaire ou locataire lié au conducteur par contrat répond, avec lui, de sa sanction pour défaut de sécurisation.'),
  forms: since2023(act2022('3'), { tie: 'contract' }),
}

/** The bar that stops a section 32 penalty on a person already penalised under section 31A for the same circumstances. */
export const barOnCarryingAfterSecuring: Provision<{ barred: true }> = {
  ...section('32', '(6B)'),
  says: say('Nobody is penalised for carrying who was penalised for not securing in the same circumstances.', 'Nul n’est sanctionné pour transport s’il l’a été pour défaut de sécurisation pour les mêmes faits.'),
  forms: since2023(act2022('4'), { barred: true }),
}

export const barOnSecuringAfterCarrying: Provision<{ barred: true }> = {
  ...section('31A', '(11)'),
  says: say('Nobody is penalised for not securing who was penalised for carrying in the same circumstances.', 'Nul n’est sanctionné pour défaut de sécurisation s’il l’a été pour transport pour les mêmes faits.'),
  forms: since2023(act2022('3'), { barred: true }),
}

/** A penalty for arrival at the control outside the UK bars another for arrival in the UK on the same journey. */
export const barOnSecondArrival: Provision<{ barred: true }> = {
  ...section('31A', '(10)'),
  says: say('A penalty at the control outside the United Kingdom bars another for arrival in it on the same journey.', 'Une sanction au contrôle hors du Royaume-Uni en exclut une autre à l’arrivée lors du même trajet.'),
  forms: since2023(act2022('3'), { barred: true }),
}

export const duressInCarrying: Provision<{ excuses: 'carrier' }> = {
  ...section('34', '(2)'),
  says: say('No penalty for carrying when the carrier, or an employee directly responsible, acted under duress.', 'Pas de sanction pour transport si le transporteur, ou un salarié directement responsable, a agi sous la contrainte.'),
  forms: since2002(act2002, { excuses: 'carrier' }),
}

export const duressShared: Provision<{ with: 'every-responsible-person' }> = {
  ...section('34', '(6)'),
  says: say('Duress shown by one frees every other person responsible for that entrant.', 'La contrainte démontrée par l’un libère toutes les autres personnes responsables de cet entrant.'),
  forms: since2002(act2002, { with: 'every-responsible-person' }),
}

export const duressInSecuring: Provision<{ excuses: 'that-person' }> = {
  ...section('31A', '(9)'),
  says: say('No penalty for not securing for a person whose own failure came of duress.', 'Pas de sanction pour défaut de sécurisation si le manquement de la personne résulte de la contrainte.'),
  forms: since2023(act2022('3'), { excuses: 'that-person' }),
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

/** Its place was taken by the actions that the regulations prescribe; for rail freight its own codes still stand. */
export const codeOnPrevention: Provision<{ weighedInDefence: true }> = {
  ...section('33'),
  says: say('Until the reform a code of practice said how to prevent carriage, and was weighed where a carrier showed an effective system.', 'Jusqu’à la réforme, un code de pratique disait comment prévenir le transport, et était pris en compte lorsqu’un transporteur démontrait un système efficace.'),
  forms: [
    beforeAssessedPenalties,
    { ...untilReform, madeBy: act2002, rule: { weighedInDefence: true } },
    { from: reformedFrom, madeBy: `no longer for vehicles: ${act2022('6')}; S.I. 2023/33 reg. 2`, rule: null },
  ],
}

/** The decider must have regard to the code and may weigh any other relevant matter. */
export const regardToCode: Provision<{ mayDepartWithReasons: true }> = {
  ...section('32A'),
  says: say('Whoever decides must have regard to the code, and may weigh anything else that matters, with reasons.', 'Le décideur tient compte du code et peut peser tout autre élément pertinent, en le motivant.'),
  forms: since2002(act2002, { mayDepartWithReasons: true }),
}

/** What a person found concealed must be shown to be; knowledge of the carrier does not matter. */
export const clandestineEntrant: Provision<{ routes: readonly string[] }> = {
  ...section('32', '(1)'),
  says: say('Who is a clandestine entrant: by one of these routes, concealed, and seeking asylum or evading control.', 'Qui est un entrant clandestin : par l’une de ces voies, dissimulé, et demandant l’asile ou se soustrayant au contrôle.'),
  // Route (c) could be used for penalties only from the reform: S.I. 2023/32 art. 2(2)(b).
  forms: changedIn2023({ madeBy: act2002, rule: { routes: ['a', 'aa', 'b'] } }, { madeBy: act2022('4'), rule: { routes: ['a', 'aa', 'b', 'c'] } }),
}

export const goodsVehicle: Provision<{ needs: readonly string[] }> = {
  ...section('43', '(1)'),
  says: say('A vehicle is a goods vehicle only when it is made for goods and used commercially at the time.', 'Un véhicule n’est de marchandises que s’il est conçu pour elles et utilisé à titre commercial à ce moment.'),
  forms: since2023('Nationality and Borders Act 2022 Sch. 5', { needs: ['designed-for-goods', 'used-commercially'] }),
}

export const knowledgeImmaterial: Provision<{ immaterial: true }> = {
  ...section('32', '(7)'),
  says: say('It does not matter whether the person responsible knew or suspected that anyone was concealed.', 'Peu importe que le responsable ait su ou soupçonné que quelqu’un était dissimulé.'),
  forms: since2002(act2002, { immaterial: true }),
}

/** A lorry on a ferry or shuttle is what its people were concealed in, and not the ferry. */
export const sameTransporter: Provision<{ carriedOneCounts: true }> = {
  ...section('32', '(8)-(9)'),
  says: say('Where a vehicle is carried in or on another, who was concealed in the same transporter is judged by the one carried.', 'Lorsqu’un véhicule est transporté dans un autre, le transporteur commun s’apprécie d’après celui qui est transporté.'),
  forms: since2002(act2002, { carriedOneCounts: true }),
}

export const concealedMeans: Provision<{ inFreightToo: true }> = {
  ...section('43', '(1), concealed'),
  says: say('Concealed includes concealed in freight, stores or anything else carried in or on the vehicle.', 'Dissimulé comprend dissimulé dans le fret, les provisions ou tout objet transporté.'),
  forms: since2002(act2002, { inFreightToo: true }),
}

/** For section 31A the words are in s.31A(16). */
export const controlOutsideUk: Provision<{ zonesCount: true }> = {
  ...section('32', '(10)'),
  says: say('Immigration control includes United Kingdom control operated in a prescribed control zone outside it.', 'Le contrôle d’immigration comprend celui du Royaume-Uni opéré dans une zone prescrite hors de son territoire.'),
  forms: since2002(act2002, { zonesCount: true }),
}

export const relevantPlace: Provision<{ whereControlIsOperated: true }> = {
  ...section('31A', ', relevant place'),
  says: say('It is on arrival where immigration control is operated that a goods vehicle has to be secured; and, once it has gone on from a control outside the United Kingdom, on arrival there too.', 'C’est à l’arrivée là où s’opère le contrôle qu’un véhicule de marchandises doit être sécurisé ; et, parti d’un contrôle hors du Royaume-Uni, à l’arrivée sur son territoire aussi.'),
  forms: since2023(act2022('3'), { whereControlIsOperated: true }),
}

export const noEntrantNeeded: Provision<{ noneNeeded: true }> = {
  ...section('31A', '(3)'),
  says: say('Nobody need have been found for a penalty for not securing.', 'Il n’est pas nécessaire que quelqu’un ait été trouvé pour une sanction pour défaut de sécurisation.'),
  forms: since2023(act2022('3'), { noneNeeded: true }),
}

export const amountWithinMaximum: Provision<{ within: true }> = {
  ...section('32', '(2A)'),
  says: say('Several responsible persons may be penalised, none beyond the prescribed maximum and all together within the prescribed aggregate.', 'Plusieurs responsables peuvent être sanctionnés, aucun au-delà du maximum prescrit et tous ensemble dans la limite prescrite.'),
  forms: since2002(act2002, { within: true }),
}

export const operatorForDriverInCarrying: Provision<{ operatorForDriver: true }> = {
  ...section('32', '(4A)'),
  says: say('For a detached trailer, "operator" is read for "driver" where others answer for the penalty.', 'Pour une remorque dételée, on lit « exploitant » pour « conducteur » quant à ceux qui répondent de la sanction.'),
  forms: since2023(act2022('4'), { operatorForDriver: true }),
}

export const operatorForDriverInSecuring: Provision<{ operatorForDriver: true }> = {
  ...section('31A', '(13)'),
  says: say('For a detached trailer that was not secured, "operator" is read for "driver" where others answer for the penalty.', 'Pour une remorque dételée non sécurisée, on lit « exploitant » pour « conducteur » quant à ceux qui répondent de la sanction.'),
  forms: since2023(act2022('3'), { operatorForDriver: true }),
}

/** What makes somebody answer in each capacity. */
export const capacityTerms: Provision<readonly Requirement<'owner' | 'hirer' | 'detached-trailer'>[]> = {
  ...section('43', '(1), owner, hirer and detached trailer'),
  says: say('Who counts as owner and as hirer, and what a detached trailer is.', 'Qui compte comme propriétaire et comme locataire, et ce qu’est une remorque dételée.'),
  forms: since2002(act2002, [
    { id: 'owner', words: say('owner: whoever owns it; under hire-purchase, whoever has possession', 'propriétaire : celui à qui il appartient ; en location-vente, celui qui a la possession') },
    { id: 'hirer', words: say('hirer: anyone who has hired it from another', 'locataire : quiconque l’a loué à un autre') },
    { id: 'detached-trailer', words: say('detached trailer: a trailer, semi-trailer, caravan or other thing towed, detached to be carried in or on a vehicle, ship or aircraft', 'remorque dételée : remorque, semi-remorque, caravane ou autre engin tracté, dételé pour être transporté dans un autre véhicule, un navire ou un aéronef') },
  ]),
}

export const containerCounts: Provision<{ containerToo: true }> = {
  ...section('43', '(1A)-(1B)'),
  says: say('Securing a goods vehicle includes securing a container that it carries.', 'Sécuriser un véhicule de marchandises comprend le conteneur qu’il transporte.'),
  forms: since2023('Nationality and Borders Act 2022 Sch. 5', { containerToo: true }),
}
