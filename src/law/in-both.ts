import { say, type Words } from './words.ts'
import type { Capacity, Section, Transporter } from './assessment.ts'

export const capacityWords: Readonly<Record<Capacity, Words>> = {
  driver: say('driver', 'conducteur'),
  owner: say('owner', 'propriétaire'),
  hirer: say('hirer', 'locataire'),
  operator: say('operator', 'exploitant'),
}

/** With their articles, for sentences: French joins them to the word. */
export const theCapacity: Readonly<Record<Capacity, Words>> = {
  driver: say('the driver', 'le conducteur'),
  owner: say('the owner', 'le propriétaire'),
  hirer: say('the hirer', 'le locataire'),
  operator: say('the operator', 'l’exploitant'),
}

export const aTransporter: Readonly<Record<Transporter, Words>> = {
  'goods-vehicle': say('a goods vehicle', 'un véhicule de marchandises'),
  'detached-trailer': say('a detached trailer', 'une remorque dételée'),
  bus: say('a bus', 'un autocar'),
  'other-vehicle': say('a vehicle that is not a goods vehicle or a bus', 'un véhicule ni de marchandises ni autocar'),
}

export const transporterWords: Readonly<Record<Transporter, Words>> = {
  'goods-vehicle': say('goods vehicle', 'véhicule de marchandises'),
  'detached-trailer': say('detached trailer', 'remorque dételée'),
  bus: say('bus', 'autocar'),
  'other-vehicle': say('vehicle that is not a goods vehicle or a bus', 'véhicule ni de marchandises ni autocar'),
}

export const sectionWords: Readonly<Record<Section, Words>> = {
  '32': say('carrying clandestine entrants (section 32)', 'transport d’entrants clandestins (article 32)'),
  '31A': say('not securing a goods vehicle (section 31A)', 'défaut de sécurisation d’un véhicule de marchandises (article 31A)'),
}
