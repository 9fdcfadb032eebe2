import { say, type Words } from './words.ts'
import type { Capacity, Section, Transporter } from './assessment.ts'

const inCapacity = (capacity: Capacity, en: string, fr: string): Words => ({ en, fr, told: { capacity } })
const carriedBy = (transporter: Transporter, en: string, fr: string): Words => ({ en, fr, told: { transporter } })

export const capacityWords: Readonly<Record<Capacity, Words>> = {
  driver: inCapacity('driver', 'driver', 'conducteur'),
  owner: inCapacity('owner', 'owner', 'propriétaire'),
  hirer: inCapacity('hirer', 'hirer', 'locataire'),
  operator: inCapacity('operator', 'operator', 'exploitant'),
}

/** With their articles, for sentences: French joins them to the word. */
export const theCapacity: Readonly<Record<Capacity, Words>> = {
  driver: inCapacity('driver', 'the driver', 'le conducteur'),
  owner: inCapacity('owner', 'the owner', 'le propriétaire'),
  hirer: inCapacity('hirer', 'the hirer', 'le locataire'),
  operator: inCapacity('operator', 'the operator', 'l’exploitant'),
}

export const aTransporter: Readonly<Record<Transporter, Words>> = {
  'goods-vehicle': carriedBy('goods-vehicle', 'a goods vehicle', 'un véhicule de marchandises'),
  'detached-trailer': carriedBy('detached-trailer', 'a detached trailer', 'une remorque dételée'),
  bus: carriedBy('bus', 'a bus', 'un autocar'),
  'other-vehicle': carriedBy('other-vehicle', 'a vehicle that is not a goods vehicle or a bus', 'un véhicule ni de marchandises ni autocar'),
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
