import { ports, type Officer, type Role, type Site } from '#values'

/** A person of the demonstration: invented, and marked so wherever the name is shown. */
export type DemoPerson = Officer

function person(role: Role, name: string): DemoPerson {
  return { id: `demo-${role}`, name: `${name} (demo)`, role }
}

const laneOfficerNames = { calais: 'Robin Farthing', coquelles: 'Sasha Mallow', dunkerque: 'Jules Corbelle' } as const

export const demoPeople: readonly DemoPerson[] = [
  ...ports.map((port) => ({ ...person('lane-officer', laneOfficerNames[port]), id: `demo-lane-officer-${port}`, port })),
  person('duty-officer-uk', 'Morgan Tidewell'),
  person('duty-officer-fr', 'Camille Vaguelette'),
  person('caseworker', 'Alex Inkpenny'),
  { ...person('caseworker', 'Billie Quillfeather'), id: 'demo-caseworker-2' },
  { ...person('caseworker', 'Rowan Staplehurst'), id: 'demo-caseworker-3' },
  person('senior-officer', 'Jo Gravelstone'),
  // Whoever decided a penalty never determines the objection to it, so there are two.
  { ...person('senior-officer', 'Lee Slatewell'), id: 'demo-senior-officer-2' },
  // Money leaves by two: one makes ready, the other approves.
  person('finance', 'Sam Pennyweight'),
  { ...person('finance', 'Win Farthingale'), id: 'demo-finance-2' },
  person('analyst', 'Noor Scatterby'),
  person('watchlist-owner', 'Kit Ledgerwood'),
  person('auditor', 'Frances Hindsight'),
]

/** Who works at a site: a port has its own lane officers, and the centre, which looks over all of them, has everybody. */
export function demoPeopleAt(site: Site): readonly DemoPerson[] {
  return demoPeople.filter(({ port }) => port === undefined || site === 'centre' || port === site)
}
