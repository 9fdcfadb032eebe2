import { isSite, siteName } from '#values'
import type { Stream } from '../replicated-table.ts'
import type { Alarm, AlarmName } from './alarm.ts'

export interface InTwoLanguages {
  readonly en: string
  readonly fr: string
}

export const laneNames: Readonly<Record<Stream, InTwoLanguages>> = {
  alerts: { en: 'Alerts and lists', fr: 'Alertes et listes' },
  rest: { en: 'Reads and history', fr: 'Lectures et historique' },
  images: { en: 'Pictures', fr: 'Images' },
}

/** What each alarm is called. */
export const alarmTitles: Readonly<Record<AlarmName, InTwoLanguages>> = {
  'cut': { en: 'Link cut', fr: 'Liaison coupée' },
  'restored': { en: 'Database put back from a copy', fr: 'Base restaurée depuis une copie' },
  'lost-slot': { en: 'Place in the log lost', fr: 'Position dans le journal perdue' },
  'lost-copy': { en: 'First copy stands still', fr: 'Première copie à l’arrêt' },
  'clashing-row': { en: 'Row in the way', fr: 'Ligne en conflit' },
  'missing-column': { en: 'Column missing here', fr: 'Colonne absente ici' },
  'apply-stopped': { en: 'Receiving stopped', fr: 'Réception arrêtée' },
  'rows-differ': { en: 'Rows differ', fr: 'Lignes différentes' },
  'numbers-missing': { en: 'Numbers missing', fr: 'Numéros manquants' },
  'slot-lag': { en: 'Log filling up', fr: 'Journal qui se remplit' },
  'stale-lists': { en: 'Lists are old', fr: 'Listes anciennes' },
  'clock-offset': { en: 'Clocks differ', fr: 'Horloges décalées' },
  'certificate-expiring': { en: 'Certificate ends soon', fr: 'Certificat bientôt expiré' },
}

/** What happened and what it means, with the figures of this alarm. */
export function alarmSentence({ name, peer, about }: Pick<Alarm, 'name' | 'peer' | 'about'>): InTwoLanguages {
  const at = siteName(peer)
  const of = (key: string): string | number => about[key] ?? '?'
  const origin = String(of('of'))
  const owner = isSite(origin) ? siteName(origin) : origin
  const sentences: Readonly<Record<AlarmName, () => InTwoLanguages>> = {
    'cut': () => ({ en: `Nothing comes from ${at}. Both ends work on; nothing is lost.`, fr: `Rien n’arrive de ${at}. Les deux côtés continuent ; rien n’est perdu.` }),
    'restored': () => ({ en: `The database of ${at}, or this one, is older than what was joined. What it forgot is still at the other end.`, fr: `La base de ${at}, ou celle-ci, est plus ancienne que celle qui était reliée. Ce qu’elle a oublié reste de l’autre côté.` }),
    'lost-slot': () => ({ en: `${at} no longer keeps what was to be sent. The rows in between do not come by themselves.`, fr: `${at} ne garde plus ce qui devait être envoyé. Les lignes intermédiaires ne viendront pas seules.` }),
    'lost-copy': () => ({ en: `The first copy of ${of('tables')} waits for a place in the log of ${at} that it gave up itself. It is being taken up again.`, fr: `La première copie de ${of('tables')} attend une position qu’elle a elle-même rendue à ${at}. Elle est en cours de reprise.` }),
    'clashing-row': () => ({ en: 'A row here has the key of one that is to come. Everything behind it on this lane waits.', fr: 'Une ligne d’ici porte la clé d’une ligne attendue. Tout ce qui suit dans ce flux attend.' }),
    'missing-column': () => ({ en: `${at} sends ${of('columns')}, which this site does not have. The lane waits for the migration.`, fr: `${at} envoie ${of('columns')}, absent de ce site. Le flux attend la migration.` }),
    'apply-stopped': () => ({ en: 'What arrives is not written. The server’s log says why, unless somebody switched it off.', fr: 'Ce qui arrive n’est pas écrit. Le journal du serveur dit pourquoi, sauf si quelqu’un l’a désactivé.' }),
    'rows-differ': () => ({ en: `${of('table')} of ${owner}, ${of('range')}: ${of('here')} rows here, ${of('there')} there (${of('how')}).`, fr: `${of('table')} de ${owner}, ${of('range')} : ${of('here')} lignes ici, ${of('there')} là-bas (${frenchVerdicts[String(about['how'])] ?? of('how')}).` }),
    'numbers-missing': () => ({ en: `Pages ${of('from')} to ${of('to')} of ${owner} have not come, and later ones have.`, fr: `Les pages ${of('from')} à ${of('to')} de ${owner} manquent, alors que de plus récentes sont là.` }),
    'slot-lag': () => ({ en: `${megabytes(about['keptBytes'])} MB wait for ${at}, of at most ${megabytes(about['limitBytes'])}; beyond that rows are lost to the link.`, fr: `${megabytes(about['keptBytes'])} Mo attendent ${at}, sur ${megabytes(about['limitBytes'])} au plus ; au-delà, des lignes sont perdues pour la liaison.` }),
    'stale-lists': () => ({ en: `The lists are ${of('ageSeconds')} s old${behind(about, 'en')}. Withdrawn entries may still alert.`, fr: `Les listes datent de ${of('ageSeconds')} s${behind(about, 'fr')}. Des inscriptions retirées peuvent encore alerter.` }),
    'clock-offset': () => ({ en: `The clock of ${at} is ${of('seconds')} s from ours. The order of sightings between the two is not to be trusted.`, fr: `L’horloge de ${at} est décalée de ${of('seconds')} s. L’ordre des passages entre les deux n’est pas fiable.` }),
    'certificate-expiring': () => ({ en: `The certificate of this site ends in ${of('days')} days, and ${at} has not heard of the next one. It is told every hour; if it stays away, let it know by hand.`, fr: `Le certificat de ce site expire dans ${of('days')} jours et ${at} ignore encore le suivant. Il lui est annoncé chaque heure ; s’il reste injoignable, l’enregistrer là-bas à la main.` }),
  }
  return sentences[name]()
}

const frenchVerdicts: Readonly<Record<string, string>> = { missing: 'manquantes', doubled: 'en trop', altered: 'modifiées' }

function megabytes(bytes: string | number | undefined): number {
  return Math.round(Number(bytes ?? 0) / 1_048_576)
}

function behind(about: Alarm['about'], language: 'en' | 'fr'): string {
  const changes = about['behind']
  if (changes === undefined) return ''
  return language === 'en' ? ` and ${changes} pages behind` : ` et ont ${changes} pages de retard`
}
