import type { HistoryEntry } from '#platform/events'
import { roleWords, type PageContext } from '#platform/web'
import { dayOf, wallZone } from '#values'

/** An act on a hit as a timeline tells it: what, who and why. */
export function hitAct({ type, by }: HistoryEntry, { words }: PageContext) {
  const role = by.role === 'machine' ? words('machine', 'machine') : roleWords(by.role, words)
  return { at: by.at, on: dayOf(by.at, wallZone()), text: happened(type, words), by: by.name, role, reason: by.reason }
}

const happenings: Readonly<Record<string, readonly [string, string]>> = {
  'hit-raised': ['Raised', 'Émise'],
  'hit-improved': ['A better read came in', 'Meilleure lecture reçue'],
  'hit-superseded': ['Taken back: a later read is another plate', 'Annulée : une lecture suivante donne une autre plaque'],
  'hit-doubted': ['A later read says another plate', 'Une lecture suivante donne une autre plaque'],
  'hit-escalated': ['Nobody answered in time: duty officer told', 'Sans réponse à temps : officier de permanence prévenu'],
  'hit-acknowledged': ['Acknowledged', 'Prise en charge'],
  'hit-confirmed': ['Same plate, by a person', 'Même plaque, vue par une personne'],
  'hit-dismissed': ['Not this vehicle', 'Pas ce véhicule'],
}

function happened(type: string, words: PageContext['words']): string {
  const [en, fr] = happenings[type] ?? [type, type]
  return words(en, fr)
}
