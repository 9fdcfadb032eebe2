import { regulation } from '../citing.ts'
import { beforeReform, reformedFrom } from '../eras.ts'
import type { Provision } from '../provision.ts'
import type { Requirement } from '../requirement.ts'
import { say } from '../words.ts'

export type SecurityCondition = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k'

/** All must hold on arrival. Damage counts only when it exceeds the length, and only unrepaired. */
export const adequateSecurity: Provision<{ damageOverMm: number; conditions: readonly Requirement<SecurityCondition>[] }> = {
  ...regulation('2A'),
  says: say('A goods vehicle is adequately secured on arrival only when every one of these conditions holds.', 'Un véhicule de marchandises n’est suffisamment sécurisé à l’arrivée que si chacune de ces conditions est remplie.'),
  forms: [
    beforeReform,
    {
      from: reformedFrom,
      madeBy: 'S.I. 2023/29 reg. 4',
      rule: {
        damageOverMm: 250,
        conditions: [
          { id: 'a', words: say('Outer shell or fabric: no unrepaired damage over 25 cm and no other sign of entry', 'Coque ou bâche : aucun dommage non réparé de plus de 25 cm, aucun autre signe d’intrusion') },
          { id: 'b', words: say('Every way into the load space is secured by the best method it allows', 'Chaque accès à l’espace de chargement est fermé par la meilleure méthode possible') },
          { id: 'c', words: say('All cargo is secured by the best method it allows', 'Toute la cargaison est fermée par la meilleure méthode possible') },
          { id: 'd', words: say('No lock, seal or device shows tampering, damage or unauthorised repair', 'Aucun cadenas, scellé ou dispositif altéré, endommagé ou réparé sans autorisation') },
          { id: 'e', words: say('No TIR cable, strap or eyelet shows tampering, damage or unauthorised repair', 'Aucun câble TIR, sangle ou œillet altéré, endommagé ou réparé sans autorisation') },
          { id: 'f', words: say('Built-in locks and devices work and are used with reasonable care', 'Les serrures et dispositifs d’origine fonctionnent et sont utilisés avec soin') },
          { id: 'g', words: say('The records carried with the vehicle are complete', 'Les documents qui accompagnent le véhicule sont complets') },
          { id: 'h', words: say('Outside stores and wind deflectors: no sign of entry that was not recorded', 'Coffres extérieurs et déflecteurs : aucun signe d’intrusion non consigné') },
          { id: 'i', words: say('Underneath and inside: no sign of entry that was not recorded', 'Dessous et intérieur : aucun signe d’intrusion non consigné') },
          { id: 'j', words: say('Roof seen from inside: no sign of entry that was not recorded', 'Toit vu de l’intérieur : aucun signe d’intrusion non consigné') },
          { id: 'k', words: say('Nobody who got in without authority is in the vehicle', 'Personne ne se trouve à bord sans autorisation') },
        ],
      },
    },
  ],
}

/** The twelve checks of the Schedule, in its order. */
export const standardChecks: Provision<readonly Requirement[]> = {
  cite: 'S.I. 2002/2817 Sch., the standard checks',
  url: 'https://www.legislation.gov.uk/uksi/2002/2817/schedule',
  standing: 'read',
  says: say('The checks that the regulations mean whenever they ask for the standard checks.', 'Les contrôles que le règlement désigne chaque fois qu’il demande les contrôles types.'),
  forms: [
    beforeReform,
    {
      from: reformedFrom,
      madeBy: 'S.I. 2023/29 reg. 19',
      rule: [
        { id: '1', words: say('Entry points that can be secured by an optimal method are', 'Accès pouvant être fermés par une méthode optimale : fermés ainsi') },
        { id: '2', words: say('Other entry points that can be secured are', 'Autres accès pouvant être fermés : fermés') },
        { id: '3', words: say('Cargo that can be secured by an optimal method is, if accessible', 'Cargaison accessible pouvant être fermée par une méthode optimale : fermée ainsi') },
        { id: '4', words: say('Other cargo that can be secured is, if accessible', 'Autre cargaison accessible pouvant être fermée : fermée') },
        { id: '5', words: say('Locks, seals and devices: tampering, damage, unauthorised repair or replacement', 'Cadenas, scellés et dispositifs : altération, dommage, réparation ou remplacement non autorisé') },
        { id: '6', words: say('Accompanying documents are correct', 'Documents d’accompagnement exacts') },
        { id: '7', words: say('TIR cables, straps and eyelets', 'Câbles TIR, sangles et œillets') },
        { id: '8', words: say('Outer shell or fabric', 'Coque extérieure ou bâche') },
        { id: '9', words: say('External storage and wind deflectors', 'Coffres extérieurs et déflecteurs') },
        { id: '10', words: say('Beneath the vehicle', 'Dessous du véhicule') },
        { id: '11', words: say('Inside, with the roof seen from inside', 'Intérieur, avec le toit vu de l’intérieur') },
        { id: '12', words: say('Nobody has gained access', 'Personne n’est entré') },
      ],
    },
  ],
}

/** The words in which the regulations say what secured means. */
export const termsOfSecuring: Provision<readonly Requirement[]> = {
  ...regulation('2'),
  says: say('What the words of these regulations mean.', 'Ce que signifient les termes de ce règlement.'),
  forms: [
    beforeReform,
    {
      from: reformedFrom,
      madeBy: 'S.I. 2023/29 reg. 3',
      rule: [
        { id: 'relevant-journey', words: say('relevant journey: the journey on which the entrant became concealed', 'trajet en cause : le trajet au cours duquel l’entrant s’est dissimulé') },
        { id: 'seal', words: say('seal: a mechanism or tag on a way in, to prevent access', 'scellé : un mécanisme ou une étiquette sur un accès, pour empêcher d’entrer') },
        { id: 'optimal-method', words: say('optimal method: a lock, seal or other device; on curtain sides, a taut TIR cable or strap through every eyelet, itself so secured', 'méthode optimale : un cadenas, un scellé ou autre dispositif ; sur bâches coulissantes, un câble ou une sangle TIR tendus par tous les œillets, eux-mêmes ainsi fermés') },
        { id: 'curtain-sided', words: say('curtain-sided: a rigid floor and roof, and fabric walls that draw back', 'à bâches coulissantes : plancher et toit rigides, parois de toile coulissantes') },
        { id: 'tir-cable-or-strap', words: say('TIR cable or strap: made as Annex 2 of the TIR Convention of 1975 says', 'câble ou sangle TIR : conforme à l’annexe 2 de la convention TIR de 1975') },
        { id: 'inherent', words: say('inherent: of a lock or device: put in when the vehicle was made', 'd’origine : d’une serrure ou d’un dispositif : posé à la fabrication') },
        { id: 'commercially-operated-bus', words: say('commercially operated bus: seats more than eight besides the driver, and is carrying passengers for hire or reward as a business', 'autocar exploité commercialement : plus de huit places outre le conducteur, transportant des passagers à titre onéreux et professionnel') },
        { id: 'driver', words: say('driver: for a detached trailer, its operator', 'conducteur : pour une remorque dételée, son exploitant') },
      ],
    },
  ],
}
