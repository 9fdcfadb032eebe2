import { dayOf, wallZone } from '#values'
import type { HistoryEntry } from '#platform/events'
import type { Bilingual } from '../bilingual.ts'
import { inWords, type Say } from './describe-detection.ts'
import type { DetectionEvent } from './detection.ts'
import { photoSubjectWords } from './photo.ts'
import { stepWords } from './steps.ts'

/** What happened to the record, newest first, for the timeline piece of the shell. */
export function timelineOf(history: readonly HistoryEntry[], namesPersons: boolean, say: Say) {
  return history.toReversed().map(({ by, type, body, under }) => ({
    on: dayOf(by.at, wallZone()),
    at: by.at,
    text: body === undefined ? type : told(body as DetectionEvent, say),
    by: namesPersons ? by.name : undefined,
    reason: namesPersons ? by.reason : undefined,
    kind: kinds[type],
    under,
  }))
}

const kinds: Readonly<Record<string, string>> = { 'detection-recorded': 'done', 'detection-corrected': 'look', 'hand-over-acknowledged': 'done' }

const fixed: Readonly<Record<string, Bilingual>> = {
  'detection-started': { en: 'Draft begun', fr: 'Brouillon commencé' },
  'detection-recorded': { en: 'Detection recorded', fr: 'Découverte enregistrée' },
  'detection-discarded': { en: 'Draft put away', fr: 'Brouillon écarté' },
  'receipt-noted': { en: 'Receipt noted', fr: 'Reçu noté' },
  'hand-over-acknowledged': { en: 'Acknowledged by the French side', fr: 'Réception confirmée côté français' },
}

function told(event: DetectionEvent, say: Say): string {
  switch (event.type) {
    case 'detection-noted': return `${say('Saved', 'Enregistré')}: ${inWords(stepWords[event.section], say)}`
    case 'detection-corrected': return `${say('Corrected', 'Corrigé')}: ${inWords(stepWords[event.section], say)}`
    case 'photo-attached': return `${say('Photograph', 'Photographie')}: ${inWords(photoSubjectWords[event.photo.of], say)}`
    case 'people-handed-over': return `${say('Handed over', 'Remises')}: ${event.handOver.adults + event.handOver.children}`
    default: return inWords(fixed[event.type] ?? { en: event.type, fr: event.type }, say)
  }
}
