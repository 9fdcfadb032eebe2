import { dayInWords, dayOf, timeOfDay, zoneOf, type Instant, type Site } from '#values'
import type { Bilingual, WordsFor } from '../bilingual.ts'
import { minutesBetween } from '../local-time.ts'
import { alarmWords, childWelfareWords, concernWords, suspicionWords, type AlarmAndPeople } from './alarm.ts'
import type { Detection, SectionName } from './detection.ts'
import { capacityWords, interpreterWords, sightingWords, type PapersAndDriver } from './papers.ts'
import { vehicleOutcomeWords, type SceneOutcome } from './scene.ts'
import { stepWords } from './steps.ts'
import { entryMethodWords, fasteningWords, hidingPlaceWords, transporterWords, type VehicleAndEntry } from './vehicle.ts'

export type Say = (en: string, fr: string) => string

export interface Row {
  readonly key: string
  readonly value: string | null
}

/** One part of the record in words, in the order it was asked; no rows while it has no answers. */
export interface DescribedSection {
  readonly section: SectionName
  readonly title: string
  readonly rows: readonly Row[] | undefined
}

/** The record in the reader's words, part by part. */
export function describeSections({ site, alarm, vehicle, papers, scene }: Detection, say: Say): readonly DescribedSection[] {
  const titled = (section: SectionName, rows: readonly Row[] | undefined): DescribedSection => ({ section, title: inWords(stepWords[section], say), rows })
  return [
    titled('alarm', alarm === null ? undefined : alarmRows(alarm, site, say)),
    titled('vehicle', vehicle === null ? undefined : vehicleRows(vehicle, say)),
    titled('papers', papers === null ? undefined : papersRows({ papers, alarm, site }, say)),
    titled('scene', scene === null ? undefined : sceneRows(scene, say)),
  ]
}

function alarmRows(alarm: AlarmAndPeople, site: Site, say: Say): readonly Row[] {
  return [
    { key: say('Alarm raised by', 'Alerte donnée par'), value: word(alarmWords, alarm.alarmRaisedBy, say) },
    { key: say('About the alarm', 'Sur l’alerte'), value: alarm.alarmNote },
    { key: say('The driver', 'Le conducteur'), value: word(suspicionWords, alarm.driverSuspicion, say) },
    { key: say('First suspected', 'Premier soupçon'), value: moment(alarm.driverFirstSuspectedAt, site, say) },
    { key: say('Suspected where', 'Lieu du soupçon'), value: alarm.driverFirstSuspectedWhere },
    { key: say('Driver told somebody', 'Signalement par le conducteur'), value: moment(alarm.driverReportedAt, site, say) },
    { key: say('Found', 'Découverte'), value: moment(alarm.foundAt, site, say) },
    { key: say('Place', 'Lieu'), value: alarm.place },
    { key: say('Adults, as stated', 'Adultes, selon leurs dires'), value: String(alarm.adults) },
    { key: say('Children, as stated', 'Enfants, selon leurs dires'), value: String(alarm.children) },
    { key: say('Children’s welfare', 'Situation des enfants'), value: alarm.childWelfare && word(childWelfareWords, alarm.childWelfare, say) },
    { key: say('Referred to', 'Signalé à'), value: alarm.referredTo },
    { key: say('Needs and dangers', 'Besoins et dangers'), value: alarm.concerns.map((concern) => word(concernWords, concern, say)).join(', ') || null },
  ]
}

function vehicleRows(vehicle: VehicleAndEntry, say: Say): readonly Row[] {
  return [
    { key: say('Kind of vehicle', 'Type de véhicule'), value: word(transporterWords, vehicle.transporter, say) },
    { key: say('Tractor or vehicle', 'Tracteur ou véhicule'), value: vehicle.tractorPlate },
    { key: say('Trailer', 'Remorque'), value: vehicle.trailerPlate },
    { key: say('Country', 'Pays'), value: vehicle.country },
    { key: say('They were in', 'Elles étaient dans'), value: vehicle.hiddenIn.map((place) => word(hidingPlaceWords, place, say)).join(', ') },
    { key: say('Got in by', 'Entrées par'), value: word(entryMethodWords, vehicle.entryMethod, say) },
    { key: say('Seals', 'Scellés'), value: word(fasteningWords, vehicle.seals, say) },
    { key: say('Seal numbers', 'Numéros des scellés'), value: vehicle.sealNumbers },
    { key: say('Security cable', 'Câble de sûreté'), value: word(fasteningWords, vehicle.cable, say) },
    { key: say('Locks', 'Serrures'), value: word(fasteningWords, vehicle.lock, say) },
    { key: say('Note', 'Remarque'), value: vehicle.note },
  ]
}

function papersRows({ papers, alarm, site }: { readonly papers: PapersAndDriver; readonly alarm: AlarmAndPeople | null; readonly site: Site }, say: Say): readonly Row[] {
  return [
    { key: say('Checklist', 'Liste de contrôle'), value: word(sightingWords, papers.checklist, say) },
    { key: say('Written instructions', 'Consignes écrites'), value: word(sightingWords, papers.instructions, say) },
    ...papers.persons.map(({ capacity, name, company }) => ({ key: word(capacityWords, capacity, say), value: company === null || company === name ? name : `${name}, ${company}` })),
    { key: say('Language', 'Langue'), value: papers.language },
    { key: say('Interpreter', 'Interprète'), value: word(interpreterWords, papers.interpreter, say) },
    { key: say('The driver said', 'Le conducteur a dit'), value: papers.statement },
    { key: say('Last stop', 'Dernier arrêt'), value: [papers.lastStopPlace, moment(papers.lastStopAt, site, say)].filter(Boolean).join(', ') || null },
    { key: say('Last check', 'Dernier contrôle'), value: [papers.lastCheckHow, moment(papers.lastCheckAt, site, say)].filter(Boolean).join(', ') || null },
    { key: say('From last check to detection', 'Du dernier contrôle à la découverte'), value: sinceCheck(papers, alarm) },
  ]
}

function sceneRows(scene: SceneOutcome, say: Say): readonly Row[] {
  return [
    { key: say('The vehicle', 'Le véhicule'), value: word(vehicleOutcomeWords, scene.vehicleOutcome, say) },
    { key: say('Officers present', 'Agents présents'), value: scene.officers.join(', ') },
    { key: say('Intelligence reference', 'Référence de renseignement'), value: scene.intelligenceReference },
  ]
}

function sinceCheck({ lastCheckAt }: PapersAndDriver, alarm: AlarmAndPeople | null): string | null {
  if (lastCheckAt === null || alarm === null) return null
  const minutes = minutesBetween(lastCheckAt, alarm.foundAt)
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

/** A moment in the day and time of the port it is about, wherever it is read, such as `Tuesday 10 March 2026, 02:40`. */
export function moment(at: Instant | null, site: Site, say: Say): string | null {
  return at === null ? null : `${dayInWords(dayOf(at, zoneOf(site)), say('en-GB', 'fr-FR'))}, ${timeOfDay(at, zoneOf(site)).slice(0, 5)}`
}

export function inWords({ en, fr }: Bilingual, say: Say): string {
  return say(en, fr)
}

export function word<Answer extends string>(words: WordsFor<Answer>, answer: Answer, say: Say): string {
  return inWords(words[answer], say)
}
