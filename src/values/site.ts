/** The three juxtaposed controls, in the order the boards show them. */
export const ports = ['calais', 'coquelles', 'dunkerque'] as const

export type Port = (typeof ports)[number]

/** Every place that runs Juxta with a database of its own. */
export const sites = ['centre', ...ports] as const

export type Site = (typeof sites)[number]

export function isSite(text: string): text is Site {
  return (sites as readonly string[]).includes(text)
}

export function isPort(text: string): text is Port {
  return (ports as readonly string[]).includes(text)
}

const names: Readonly<Record<Site, string>> = {
  centre: 'Coordination centre',
  calais: 'Calais',
  coquelles: 'Coquelles',
  dunkerque: 'Dunkerque',
}

export function siteName(site: Site): string {
  return names[site]
}
