import { say } from '../words.ts'
import { regulation, regulations2023, since2023 } from '../citing.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'

/**
 * `keeper` is the owner or, as the case may be, the hirer: where there is a hirer the duty is the hirer's. `owner-and-hirer` is asked of
 * both. `driver` includes the operator of a detached trailer.
 */
export type Duty = 'keeper' | 'owner-and-hirer' | 'driver' | 'everyone'

/** An action the regulations ask for. The id is its place in them. */
export interface Action extends Requirement {
  readonly whose: readonly Duty[]
  /** Asked on every journey, whatever the vehicle has and whatever happened on the way; the rest can have had no occasion. */
  readonly isAlwaysAsked: boolean
}

/** Worked out from the words of each: the others begin with a "where", a "when" or a thing that need not be fitted. */
const alwaysAsked: readonly string[] = ['2B(4)(b)', '2C(5)', '2E(3)', '2E(8)', '3B(9)', '3E, passenger list', '3E, written record', '3E, copies', '3C, keys', '3C, last check']

const action = (id: string, whose: Duty | readonly Duty[], en: string, fr: string): Action => ({
  id,
  whose: typeof whose === 'string' ? [whose] : whose,
  words: say(en, fr),
  isAlwaysAsked: alwaysAsked.includes(id),
})

export const actionsForGoodsVehicles: Provision<readonly Action[]> = {
  ...regulation('2B-2E'),
  says: say('What each person with a goods vehicle has to do before and during the journey, each by their own duties.', 'Ce que chaque personne liée à un véhicule de marchandises doit faire avant et pendant le trajet, chacune selon ses propres devoirs.'),
  forms: since2023(regulations2023('regs 5-8'), [
    action('2B(2)', 'keeper', 'Each seal used carries a number of its own', 'Chaque scellé utilisé porte un numéro unique'),
    action('2B(3)', 'keeper', 'The TIR cable or strap is in good working order before any journey', 'Le câble ou la sangle TIR est en bon état avant tout trajet'),
    action('2B(4)(a)', 'driver', 'Damage over 25 cm is repaired before the journey', 'Tout dommage de plus de 25 cm est réparé avant le trajet'),
    action('2B(4)(b)', 'driver', 'The standard checks are done before the journey', 'Les contrôles types sont faits avant le trajet'),
    action('2B(5)', 'keeper', 'An entry that has no optimal method can be secured another way', 'Un accès sans méthode optimale peut être fermé autrement'),
    action('2B(6)', 'keeper', 'Cargo that has no optimal method can be secured another way', 'Une cargaison sans méthode optimale peut être fermée autrement'),
    action('2B(7)', ['keeper', 'driver'], 'Built-in locks and devices work before the journey', 'Les serrures et dispositifs d’origine fonctionnent avant le trajet'),
    action('2B(8)', 'driver', 'Built-in locks and devices are used with reasonable care on the journey', 'Les serrures et dispositifs d’origine sont utilisés avec soin pendant le trajet'),
    action('2C(2)', 'driver', 'The standard checks are done each time the vehicle is parked', 'Les contrôles types sont faits à chaque stationnement'),
    action('2C(3)', 'everyone', 'The standard checks are done once the load space is known to have been opened', 'Les contrôles types sont faits dès que l’ouverture du chargement est connue'),
    action('2C(4)', 'driver', 'A driver who takes over does the standard checks', 'Le conducteur qui prend la relève fait les contrôles types'),
    action('2C(5)', 'driver', 'The standard checks are done as soon as practicable before the control', 'Les contrôles types sont faits dès que possible avant le contrôle'),
    action('2D(2)', 'everyone', 'Suspected access is reported to the police before the control where possible', 'Toute intrusion suspectée est signalée à la police, si possible avant le contrôle'),
    action('2D(4)', 'everyone', 'Suspected access, damage or tampering is reported to an immigration officer on arrival', 'Toute intrusion, dommage ou altération est signalé à un agent à l’arrivée'),
    action('2D(5)', 'everyone', 'The vehicle is not taken on while someone is suspected to be inside', 'Le véhicule ne poursuit pas sa route si une personne est soupçonnée d’être à bord'),
    action('2E(2)', 'keeper', 'The owner or hirer keeps a written record of these actions', 'Le propriétaire ou le locataire consigne ces actions par écrit'),
    action('2E(3)', 'driver', 'The driver keeps a written record of these actions', 'Le conducteur consigne ces actions par écrit'),
    action('2E(4)', 'everyone', 'All seal numbers are recorded before the journey', 'Tous les numéros de scellés sont consignés avant le trajet'),
    action('2E(5)', 'everyone', 'A broken or replaced seal is recorded', 'Tout scellé brisé ou remplacé est consigné'),
    action('2E(6)', 'everyone', 'What a third party did is evidenced', 'Ce qu’un tiers a fait est attesté'),
    action('2E(8)', 'driver', 'A copy of the records is kept with the vehicle', 'Une copie des documents est gardée dans le véhicule'),
  ]),
}

/** Under section 32 the same actions are what makes a person with a goods vehicle eligible for the reduction. */
export const actionsForReductionWithGoods: Provision<{ sameActions: true }> = {
  ...regulation('3A'),
  says: say('With a goods vehicle, whoever took the actions of regulations 2B to 2E that are theirs is eligible for the reduction.', 'Avec un véhicule de marchandises, quiconque a pris celles des mesures des règlements 2B à 2E qui lui incombent peut prétendre à la réduction.'),
  forms: since2023(regulations2023('reg. 11'), { sameActions: true }),
}

const reporting = [
  action('3D(2)', 'everyone', 'Suspected access was reported to the police before the control where possible', 'Toute intrusion suspectée a été signalée à la police, si possible avant le contrôle'),
  action('3D(4)', 'everyone', 'Suspected access was reported to an immigration officer on arrival', 'Toute intrusion suspectée a été signalée à un agent à l’arrivée'),
  action('3D(5)', 'everyone', 'The vehicle was not taken on while someone was suspected to be inside', 'Le véhicule n’a pas poursuivi sa route avec une personne soupçonnée d’être à bord'),
] as const

export const actionsForBuses: Provision<readonly Action[]> = {
  ...regulation('3B, 3D and 3E'),
  says: say('What each person with a bus has to have done to be eligible for the reduction.', 'Ce que chaque personne liée à un autocar doit avoir fait pour prétendre à la réduction.'),
  forms: since2023(regulations2023('regs 12, 14 and 15'), [
    action('3B(2)', 'keeper', 'Each seal used carries a number of its own', 'Chaque scellé utilisé porte un numéro unique'),
    action('3B(3)', 'owner-and-hirer', 'Entries, storage and outside spaces can be locked', 'Accès, soutes et espaces extérieurs peuvent être verrouillés'),
    action('3B(4)', ['keeper', 'driver'], 'Built-in locks work', 'Les serrures d’origine fonctionnent'),
    action('3B(5)', 'driver', 'The bus is locked when unattended, storage when not in use', 'L’autocar est verrouillé sans surveillance, les soutes hors usage'),
    action('3B(6)', 'driver', 'Reasonable care is taken at boarding and alighting', 'Un soin raisonnable est pris à la montée et à la descente'),
    action('3B(7)', 'driver', 'Reasonable steps are taken while baggage is loaded', 'Des mesures raisonnables sont prises au chargement des bagages'),
    action('3B(8)', 'driver', 'Locks are used with reasonable care', 'Les serrures sont utilisées avec soin'),
    action('3B(9)', 'driver', 'Just before the control: passengers present, nobody else aboard, spaces locked', 'Juste avant le contrôle : passagers présents, personne d’autre à bord, espaces verrouillés'),
    ...reporting,
    action('3E, passenger list', 'driver', 'A list of the passengers’ names is kept, on which an intruder is no passenger', 'Une liste nominative des passagers est tenue, où un intrus n’est pas un passager'),
    action('3E, written record', ['keeper', 'driver'], 'Each action taken is written down as soon as practicable', 'Chaque mesure prise est consignée par écrit dès que possible'),
    action('3E, third party', 'everyone', 'What a third party did is evidenced', 'Ce qu’un tiers a fait est attesté'),
    action('3E, copies', 'driver', 'Copies of the records are kept with the bus', 'Des copies des documents sont gardées à bord'),
  ]),
}

export const actionsForOtherVehicles: Provision<readonly Action[]> = {
  ...regulation('3C and 3D'),
  says: say('What each person with a car, van or other vehicle has to have done to be eligible for the reduction.', 'Ce que chaque personne liée à une voiture, un fourgon ou un autre véhicule doit avoir fait pour prétendre à la réduction.'),
  forms: since2023(regulations2023('regs 13 and 14'), [
    action('3C, access', 'driver', 'Access points were locked when unattended, where possible', 'Les accès étaient verrouillés sans surveillance, si possible'),
    action('3C, storage', 'driver', 'Storage was locked when not in use and unattended, where possible', 'Les coffres étaient verrouillés hors usage et sans surveillance, si possible'),
    action('3C, alarm', 'driver', 'Alarms were on when unattended', 'Les alarmes étaient actives sans surveillance'),
    action('3C, keys', 'driver', 'Reasonable care was taken of the keys', 'Un soin raisonnable a été pris des clés'),
    action('3C, locks used', 'driver', 'Locks were used with reasonable care', 'Les serrures ont été utilisées avec soin'),
    action('3C, last check', 'driver', 'As soon as practicable before the control, nobody was found concealed', 'Dès que possible avant le contrôle, personne n’était caché'),
    action('3C, locks in order', ['keeper', 'driver'], 'Built-in locks worked', 'Les serrures d’origine fonctionnaient'),
    ...reporting,
  ]),
}
