import { begunOn, frenchPortsFrom } from '../eras.ts'
import type { Provision } from '../provision.ts'
import { say } from '../words.ts'

/** Boulogne is on the list though no control runs there today. */
export const designatedPorts: Provision<{ ports: readonly string[] }> = {
  cite: 'S.I. 2003/2818 Sch. 1',
  url: 'https://www.legislation.gov.uk/uksi/2003/2818/schedule/1',
  standing: 'read',
  says: say('The French ports in which officers of the United Kingdom may exercise control.', 'Les ports français où les agents du Royaume-Uni peuvent exercer le contrôle.'),
  forms: begunOn(frenchPortsFrom, 'S.I. 2003/2818, for penalties with S.I. 2004/244', { ports: ['calais', 'boulogne', 'dunkirk'] }),
}

/** People found in a French zone are handed over; they are not removed under directions of the United Kingdom. */
export const handedToFrenchAuthorities: Provision<{ handedOver: true }> = {
  cite: 'S.I. 2003/2818 Sch. 2 para. 1(3)(d)',
  url: 'https://www.legislation.gov.uk/uksi/2003/2818/schedule/2',
  standing: 'read',
  says: say('In a French control zone an officer may ask the French authorities to take a person who was refused out of the zone.', 'Dans une zone de contrôle française, l’agent peut demander aux autorités françaises de faire sortir de la zone la personne refusée.'),
  forms: begunOn(frenchPortsFrom, 'S.I. 2003/2818', { handedOver: true }),
}
