import type { Instant } from '#values'
import type { WordsFor } from '../bilingual.ts'

/** Who first said that somebody was inside. Asked before anything else: a driver who reports is not the driver who is caught (operations.md 9.8). */
export const alarmSources = ['driver', 'search', 'dog', 'police', 'public', 'other'] as const

export type AlarmSource = (typeof alarmSources)[number]

export const alarmWords: WordsFor<AlarmSource> = {
  'driver': { en: 'The driver', fr: 'Le conducteur' },
  'search': { en: 'Our search', fr: 'Notre fouille' },
  'dog': { en: 'A dog', fr: 'Un chien' },
  'police': { en: 'Police', fr: 'La police' },
  'public': { en: 'A member of the public', fr: 'Un particulier' },
  'other': { en: 'Somebody else', fr: 'Quelqu’un d’autre' },
}

export const suspicions = ['suspected', 'suspected-no-time', 'did-not-suspect', 'not-asked'] as const

export type Suspicion = (typeof suspicions)[number]

export const suspicionWords: WordsFor<Suspicion> = {
  'suspected': { en: 'Suspected, and says when', fr: 'A eu un soupçon et dit quand' },
  'suspected-no-time': { en: 'Suspected, cannot say when', fr: 'A eu un soupçon, ne sait pas dire quand' },
  'did-not-suspect': { en: 'Did not suspect', fr: 'N’a rien soupçonné' },
  'not-asked': { en: 'Not asked yet', fr: 'Pas encore demandé' },
}

export const concerns = ['unaccompanied-child', 'trafficking', 'injury-or-illness', 'pregnancy', 'weapon-or-threat', 'other'] as const

export type Concern = (typeof concerns)[number]

export const concernWords: WordsFor<Concern> = {
  'unaccompanied-child': { en: 'Child without a parent', fr: 'Mineur non accompagné' },
  'trafficking': { en: 'Signs of trafficking', fr: 'Indices de traite' },
  'injury-or-illness': { en: 'Hurt, ill, cold or short of air', fr: 'Blessé, malade, froid ou manque d’air' },
  'pregnancy': { en: 'Pregnant', fr: 'Grossesse' },
  'weapon-or-threat': { en: 'Weapon or threat', fr: 'Arme ou menace' },
  'other': { en: 'Something else', fr: 'Autre chose' },
}

export const childWelfareAnswers = ['referred', 'no-referral-needed', 'not-yet'] as const

export type ChildWelfare = (typeof childWelfareAnswers)[number]

export const childWelfareWords: WordsFor<ChildWelfare> = {
  'referred': { en: 'Considered, and referred', fr: 'Examiné, et signalé' },
  'no-referral-needed': { en: 'Considered, no referral needed', fr: 'Examiné, pas de signalement nécessaire' },
  'not-yet': { en: 'Not considered yet', fr: 'Pas encore examiné' },
}

/** The first step: who raised the alarm, when and where, and how many people. Nobody found is named here or anywhere in the record. */
export interface AlarmAndPeople {
  readonly alarmRaisedBy: AlarmSource
  readonly alarmNote: string | null
  readonly driverSuspicion: Suspicion
  readonly driverFirstSuspectedAt: Instant | null
  readonly driverFirstSuspectedWhere: string | null
  /** When the driver told somebody, which is not when the suspicion arose (legal.md 4). */
  readonly driverReportedAt: Instant | null
  readonly foundAt: Instant
  readonly place: string
  readonly adults: number
  readonly children: number
  readonly concerns: readonly Concern[]
  readonly childWelfare: ChildWelfare | null
  readonly referredTo: string | null
}

/** Whether the driver reported it: the fact the decider must meet first (operations.md N9). */
export function reportedByDriver({ alarmRaisedBy }: AlarmAndPeople): boolean {
  return alarmRaisedBy === 'driver'
}

export function peopleFound({ adults, children }: AlarmAndPeople): number {
  return adults + children
}
