/** The three juxtaposed controls, in the order the boards show them. */
export const ports = ['calais', 'coquelles', 'dunkerque'] as const

/** A juxtaposed control: the law of carriers' liability asks which of them. */
export type Control = (typeof ports)[number]

declare const joinedBrand: unique symbol

/** A port that joined later, by a token, and is known by what it told the centre then. */
export type JoinedPort = string & { readonly [joinedBrand]: true }

/** A place where vehicles are read and officers work. */
export type Port = Control | JoinedPort

/** Every place that begins with a database of its own. */
export const sites = ['centre', ...ports] as const

export type Site = 'centre' | Port

/** What a port that joined says of itself. */
export interface Place {
  readonly port: JoinedPort
  readonly name: string
  /** Its wall clock, as the time zone database names it: a UK port keeps London time. */
  readonly zone: string
  /** It is named where something of it is kept, and is offered nowhere any more. */
  readonly hasLeft: boolean
}

let places: ReadonlyMap<string, Place> = new Map()

/** Makes the ports that have joined known to this process, once they are read from where the centre keeps them (ADR 0012). */
export function knowPlaces(joined: readonly Place[]): void {
  places = new Map([...places, ...joined.map((place) => [place.port, place] as const)])
}

/** The three controls, then the ports that have joined, in the order of their names. */
export function allPorts(): readonly Port[] {
  const joined = [...places.values()].filter(({ hasLeft }) => !hasLeft).toSorted((one, other) => one.name.localeCompare(other.name))
  return [...ports, ...joined.map(({ port }) => port)]
}

export function isControl(text: string): text is Control {
  return (ports as readonly string[]).includes(text)
}

export function isSite(text: string): text is Site {
  return text === 'centre' || isPort(text)
}

export function isPort(text: string): text is Port {
  return isControl(text) || places.has(text)
}

const names: Readonly<Record<'centre' | Control, string>> = {
  centre: 'Coordination centre',
  calais: 'Calais',
  coquelles: 'Coquelles',
  dunkerque: 'Dunkerque',
}

export function siteName(site: Site): string {
  return names[site as Control] ?? places.get(site)?.name ?? site
}

/** The time zone of a site's wall clocks: the controls in France keep Paris time, the centre London's. */
export function zoneOf(site: Site): string {
  return places.get(site)?.zone ?? (site === 'centre' ? 'Europe/London' : 'Europe/Paris')
}
