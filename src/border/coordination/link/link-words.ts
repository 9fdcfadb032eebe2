import type { LinkCondition } from '#platform/replication'

interface Words {
  /** How the state tag looks: shape, word and colour together. */
  readonly kind: 'done' | 'stop' | 'look' | 'going' | 'waiting' | 'quiet'
  readonly en: string
  readonly fr: string
  /** What it means for the person reading, and what to do. */
  readonly meansEn: string
  readonly meansFr: string
}

export const linkWords: Readonly<Record<LinkCondition, Words>> = {
  'joined': {
    kind: 'done', en: 'Joined', fr: 'Reliés',
    meansEn: 'What is written at one end is at the other within a second.', meansFr: 'Ce qui est écrit d’un côté arrive de l’autre en une seconde.',
  },
  'late': {
    kind: 'waiting', en: 'Late', fr: 'En retard',
    meansEn: 'The last heartbeats are missing. Usually it passes by itself.', meansFr: 'Les derniers signes de vie manquent. Cela passe en général tout seul.',
  },
  'catching-up': {
    kind: 'going', en: 'Catching up', fr: 'En rattrapage',
    meansEn: 'The link is back and delivers what was written meanwhile, alerts first.', meansFr: 'La liaison est rétablie et livre ce qui a été écrit entre-temps, les alertes d’abord.',
  },
  'copying': {
    kind: 'going', en: 'Being copied', fr: 'Première copie',
    meansEn: 'The two sites have met. What the other already has comes table by table, lists and hits in a lane of their own; this site reads and matches meanwhile with what is here.',
    meansFr: 'Les deux sites se sont rencontrés. Ce que l’autre possède déjà arrive table par table, listes et alertes dans un flux à part ; ce site lit et compare entre-temps avec ce qu’il a.',
  },
  'cut': {
    kind: 'look', en: 'Cut', fr: 'Coupés',
    meansEn: 'Both ends go on working with what they have. Nothing is lost: it waits, and follows when the link is back.', meansFr: 'Les deux côtés continuent avec ce qu’ils ont. Rien n’est perdu : tout attend et suivra au rétablissement.',
  },
  'never-met': {
    kind: 'look', en: 'Not joined yet', fr: 'Pas encore reliés',
    meansEn: 'Nothing has ever arrived from there. Is that site running, and does it know this one’s address?', meansFr: 'Rien n’en est jamais arrivé. Ce site fonctionne-t-il, et connaît-il l’adresse de celui-ci ?',
  },
  'stuck': {
    kind: 'stop', en: 'Stuck', fr: 'Bloqués',
    meansEn: 'One stream stands still while the other flows: a row is in its way. Call whoever runs the servers.', meansFr: 'Un flux est arrêté alors que l’autre passe : une ligne le bloque. Appelez l’exploitant des serveurs.',
  },
  'rows-missing': {
    kind: 'stop', en: 'Rows missing', fr: 'Lignes manquantes',
    meansEn: 'Something was lost on the way and does not come by itself. Call whoever runs the servers: it has to be copied again.', meansFr: 'Des lignes ont été perdues et ne reviendront pas seules. Appelez l’exploitant des serveurs : il faut les recopier.',
  },
}

/** A stretch of time as people say it, coarser the longer it is. */
export function howLong(seconds: number): string {
  if (seconds < 90) return `${Math.floor(seconds)} s`
  if (seconds < 5400) return `${Math.floor(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`
}

export function howMuch(bytes: number, language: 'en' | 'fr'): string {
  const [size, unit] = bytes < 1024 ? [bytes, 'B'] : bytes < 1_048_576 ? [bytes / 1024, 'kB'] : [bytes / 1_048_576, 'MB']
  const words = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: size < 10 && unit !== 'B' ? 1 : 0 }).format(size)
  return `${words} ${language === 'fr' ? unit.replace('B', 'o') : unit}`
}
