import { say, type Words } from './words.ts'
import type { Capacity, Section, Transporter } from './assessment.ts'

export const capacityWords: Readonly<Record<Capacity, Words>> = {
  driver: say('driver', 'conducteur'),
  owner: say('owner', 'propriétaire'),
  hirer: say('hirer', 'locataire'),
  operator: say('operator', 'exploitant'),
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
