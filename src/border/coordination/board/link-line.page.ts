import { readLinks, type LinkState } from '#platform/replication'
import type { PageContext } from '#platform/web'
import { siteName, timeOfDay, type Site } from '#values'

/** The age of what a screen shows, in one sentence: how the links stand and how old the lists are. */
export interface LinkLine {
  readonly kind: 'fresh' | 'old' | 'cut'
  readonly sentence: string
}

const kinds = { 'joined': 'fresh', 'catching-up': 'old', 'copying': 'old', 'late': 'old', 'never-met': 'cut', 'cut': 'cut', 'stuck': 'cut', 'rows-missing': 'cut' } as const

/** For one peer of this site; undefined where the two are not joined. */
export async function linkLines({ db, site, words }: Pick<PageContext, 'db' | 'site' | 'words'>): Promise<ReadonlyMap<Site, LinkLine>> {
  const links = await readLinks(db, site)
  return new Map(links.map((link) => [link.peer, lineOf(link, words)]))
}

function lineOf({ peer, condition, streams }: LinkState, say: PageContext['words']): LinkLine {
  const name = peer === 'centre' ? say('link to centre', 'liaison avec le centre') : say(`link to ${siteName(peer)}`, `liaison avec ${siteName(peer)}`)
  const alerts = streams.find(({ stream }) => stream === 'alerts')
  const since = alerts?.silentSeconds === undefined ? '' : ` ${howLong(alerts.silentSeconds)}`
  const lists = peer === 'centre' && alerts?.asOf !== undefined ? say(`, lists as of ${timeOfDay(alerts.asOf)}`, `, listes à ${timeOfDay(alerts.asOf)}`) : ''
  const state: Readonly<Record<LinkState['condition'], string>> = {
    'joined': say('up', 'établie'),
    'catching-up': say('catching up', 'en rattrapage'),
    'late': say('slow', 'lente'),
    'never-met': say('not made yet', 'pas encore établie'),
    'copying': say('being copied for the first time', 'première copie en cours'),
    'cut': say(`cut${since}`, `coupée depuis${since}`),
    'stuck': say('stuck: call the centre', 'bloquée : appelez le centre'),
    'rows-missing': say('incomplete: call the centre', 'incomplète : appelez le centre'),
  }
  return { kind: kinds[condition], sentence: `${name} ${state[condition]}${lists}` }
}

function howLong(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  return seconds < 7_200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3_600)} h`
}
