import { readConditions, type Condition, type ConditionName } from '#platform/health'
import type { PageContext } from '#platform/web'
import { timeOfDay, type Site } from '#values'

/** What holds at a site that an officer there, or whoever directs it, has to know. */
export interface ConditionLine {
  readonly sentence: string
  readonly stops: boolean
}

/** Of every site that has something to say. */
export async function conditionLines({ db, words }: Pick<PageContext, 'db' | 'words'>): Promise<ReadonlyMap<Site, readonly ConditionLine[]>> {
  const lines = Map.groupBy(await readConditions(db), ({ site }) => site)
  return new Map([...lines].map(([site, conditions]) => [site, conditions.map((condition) => lineOf(condition, words))]))
}

function lineOf({ name, since }: Condition, say: PageContext['words']): ConditionLine {
  const from = timeOfDay(since).slice(0, 5)
  const sentences: Readonly<Record<ConditionName, string>> = {
    'disk-short': say(`Disk nearly full since ${from}: pictures are not kept, plates are read and checked as ever. Tell support.`, `Disque presque plein depuis ${from} : les images ne sont pas gardées, les plaques sont lues et vérifiées comme toujours. Prévenez l’assistance.`),
    'pictures-cleared': say(`At ${from} the oldest pictures were deleted to make room on the disk. Evidence was kept. Tell support.`, `À ${from} les images les plus anciennes ont été supprimées pour libérer le disque. Les preuves sont gardées. Prévenez l’assistance.`),
    'disk-full': say(`Disk full since ${from}: plates are read and checked in the room kept in reserve, for some hours. Tell support now.`, `Disque plein depuis ${from} : les plaques sont lues et vérifiées sur la réserve, pour quelques heures. Prévenez l’assistance maintenant.`),
    'cameras-refused': say(`Cameras are being refused since ${from}: passing vehicles may be missing here. Watch the lanes yourself and tell support now.`, `Caméras refusées depuis ${from} : des véhicules peuvent manquer ici. Surveillez les voies vous-même et prévenez l’assistance maintenant.`),
    'clock-stepped': say(`This site’s clock was set at ${from}: times before and after do not compare. Camera clocks are judged again in an hour.`, `L’horloge du site a été réglée à ${from} : les heures d’avant et d’après ne se comparent pas. Les horloges des caméras seront rejugées dans une heure.`),
    'clock-doubted': say(`Since ${from} nearly all cameras agree on another time than this site’s clock: it is the site’s that is wrong. Tell support.`, `Depuis ${from} presque toutes les caméras s’accordent sur une autre heure que celle du site : c’est le site qui se trompe. Prévenez l’assistance.`),
  }
  return { sentence: sentences[name], stops: name === 'cameras-refused' }
}
