import type { Handling, Marker } from './entry/entry.ts'
import type { Watchlist } from './list/list.ts'

/** A list of the demonstration; the id is settled so that a demonstration started again makes nothing twice. */
export type DemoList = Omit<Watchlist, 'site'> & { readonly entries: readonly DemoEntry[] }

export interface DemoEntry {
  readonly plate: string
  readonly country: string | null
  readonly en: string
  readonly fr: string
  readonly handling: Handling
  readonly markers: readonly Marker[]
}

type Line = readonly [plate: string, country: string | null, en: string, fr: string, handling?: Handling, ...markers: Marker[]]

function listed(...[plate, country, en, fr, handling = 'check', ...markers]: Line): DemoEntry {
  return { plate, country, en, fr, handling, markers }
}

/** Invented vehicles on invented lists, in the shapes of real plates. */
export const demoLists: readonly DemoList[] = [
  {
    id: '01890000-0000-7000-8000-000000000001',
    nameEn: 'Earlier finds (demo)', nameFr: 'Découvertes antérieures (démo)',
    owner: 'Clandestine entrant civil penalty team (demo)',
    legalBasis: 'Immigration and Asylum Act 1999, s. 32 (demo)',
    purposeEn: 'Vehicles in which people have been found before', purposeFr: 'Véhicules dans lesquels des personnes ont déjà été trouvées',
    entries: [
      listed('PH21KRM', 'RO', 'Four people behind pallets in January; false wall', 'Quatre personnes derrière des palettes en janvier ; fausse cloison'),
      listed('WGM44071', 'PL', 'Two people on the axles last month', 'Deux personnes sur les essieux le mois dernier'),
      listed('LKT318', 'LT', 'Roof cut and taped, six people', 'Toit découpé et recollé, six personnes'),
      listed('BT4471KP', 'BG', 'People found twice this year', 'Personnes trouvées deux fois cette année', 'stop'),
      listed('CJ09DRS', 'RO', 'Refrigerated; three people, one taken ill', 'Frigorifique ; trois personnes, une malade', 'stop', 'children'),
      listed('4471LNB', 'ES', 'Seal changed between Irun and Calais', 'Scellé changé entre Irun et Calais'),
      listed('KN67WTP', 'GB', 'Self-reported by the driver; look for marks of entry', 'Signalé par le chauffeur ; chercher des traces d’intrusion'),
      listed('78BXK4', 'NL', 'Trailer doors forced at a rest area', 'Portes de remorque forcées sur une aire'),
      listed('SV19TRK', 'RO', 'Five people in a crate', 'Cinq personnes dans une caisse'),
      listed('AO4821BK', 'UA', 'Curtain slit repaired with cord', 'Bâche fendue réparée à la corde'),
    ],
  },
  {
    id: '01890000-0000-7000-8000-000000000010',
    nameEn: 'Facilitation inquiries (demo)', nameFr: 'Enquêtes pour aide à l’entrée (démo)',
    owner: 'Joint intelligence cell (demo)',
    legalBasis: 'Immigration Act 1971, s. 25; Data Protection Act 2018, part 3 (demo)',
    purposeEn: 'Vehicles in an inquiry into people who are paid to carry others across', purposeFr: 'Véhicules visés par une enquête sur des passeurs rémunérés',
    entries: [
      listed('HX68RJD', 'GB', 'Convoy with a hired van; note who is inside', 'Convoi avec une camionnette louée ; noter les occupants', 'observe'),
      listed('TM77BKA', 'RO', 'Driver changes before the port', 'Le chauffeur change avant le port', 'observe'),
      listed('DW8842K', 'PL', 'Do not show interest: inquiry under way', 'Ne montrer aucun intérêt : enquête en cours', 'do-not-stop'),
      listed('X4417HA', 'BG', 'Carried people from Zeebrugge in spring', 'A transporté des personnes depuis Zeebruges au printemps', 'stop', 'violence'),
      listed('GK512ZN', 'FR', 'Seen beside a lorry while it was opened', 'Vu près d’un camion pendant son ouverture', 'observe'),
      listed('1XKL482', 'BE', 'Scouts ahead of two other vehicles', 'Ouvre la route à deux autres véhicules', 'observe'),
      listed('FP904TC', 'IT', 'Plate seen on two lorries in one night', 'Plaque vue sur deux camions la même nuit', 'check', 'plate-may-be-cloned'),
      listed('34KZT82', 'TR', 'Load declared twice in a week', 'Chargement déclaré deux fois en une semaine'),
      listed('RK19###', 'GB', 'Witness saw the first four characters', 'Un témoin a vu les quatre premiers caractères', 'observe'),
      listed('HB4417', 'DE', 'Keeper not found at the address', 'Titulaire introuvable à l’adresse'),
    ],
  },
  {
    id: '01890000-0000-7000-8000-000000000020',
    nameEn: 'Vehicle security (demo)', nameFr: 'Sécurité des véhicules (démo)',
    owner: 'Port duty office, Coquelles (demo)',
    legalBasis: 'Immigration and Asylum Act 1999, s. 31A (demo)',
    purposeEn: 'Vehicles seen unsecured that should be looked at again', purposeFr: 'Véhicules vus non sécurisés, à revoir',
    entries: [
      listed('CX70LWN', 'GB', 'Curtain seals missing twice', 'Scellés de bâche absents deux fois'),
      listed('PO6613L', 'PL', 'No checklist on board in February', 'Aucune liste de contrôle à bord en février'),
      listed('BKT904', 'LT', 'Padlock broken and not replaced', 'Cadenas cassé et non remplacé'),
      listed('221D48817', 'IE', 'Checklist filled in for the wrong day', 'Liste de contrôle remplie pour un autre jour'),
      listed('9482KTR', 'ES', 'Tilt cord loose on arrival', 'Cordon de bâche détendu à l’arrivée', 'observe'),
      listed('4B88103', 'CZ', 'Roof hatch unlocked', 'Trappe de toit non verrouillée'),
      listed('RVK442', 'HU', 'Rear doors tied with wire', 'Portes arrière tenues par du fil de fer'),
      listed('KA774BN', 'DE', 'Toolbox large enough to hide in, not locked', 'Coffre à outils assez grand pour s’y cacher, non verrouillé'),
      listed('AG40ZLT', 'RO', 'Wind deflector used to climb', 'Déflecteur utilisé pour grimper', 'observe'),
    ],
  },
]
