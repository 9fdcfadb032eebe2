import type { CalendarDate, Port } from '#values'
import { closestPicture } from '../crossing/crossing-of.ts'
import type { Passage, PassagePlate } from '../crossing/passage.ts'
import type { Crossing } from '../crossing/crossing.ts'
import type { Alerting, Handling, ListedEntry } from '#border/watchlists'
import type { Evidence, Explanation, ListedAs } from './hit.ts'

/** One entry that one plate of a passage may be, with the plate's reads. */
export interface Found {
  readonly match: Alerting
  readonly plate: PassagePlate
}

/** What the lists have to say about a passage: asks for each plate, and keeps for each entry its surest plate. */
export function findHits(passage: Passage, ask: (plate: PassagePlate) => readonly Alerting[]): readonly Found[] {
  const found = new Map<string, Found>()
  for (const plate of passage.plates) {
    for (const match of ask(plate)) {
      const before = found.get(match.listed.entryId)
      if (before === undefined || match.cost < before.match.cost) found.set(match.listed.entryId, { match, plate })
    }
  }
  return [...found.values()]
}

export interface Judging {
  readonly port: Port
  readonly today: CalendarDate
  readonly alerts: (entry: ListedEntry['entry'], port: Port, today: CalendarDate) => boolean
}

/** An entry that has ended, or is not for this port, alerts nobody, whether or not the centre has said so yet. */
export function onlyAlerting(matches: readonly Alerting[], { port, today, alerts }: Judging): readonly Alerting[] {
  return matches.filter(({ listed }) => alerts(listed.entry, port, today))
}

/** What the hit says of the entry and of the read, as they stand now. */
export function hitFacts({ match, plate }: Found, crossing: Crossing, handling: Handling): ListedAs & Evidence & { readonly explained: Explanation } {
  const { entry, list } = match.listed
  const seen = crossing.plates.find(({ id }) => id === plate.id)
  const { read, how, differences, cost } = match
  const readId = plate.reads.find((one) => one === read)?.id ?? seen?.readId ?? plate.id
  return {
    entryId: entry.id, listNameEn: list.nameEn, listNameFr: list.nameFr, reasonEn: entry.reasonEn, reasonFr: entry.reasonFr,
    handling, markers: entry.markers, listedPlate: entry.plate, listedCountry: entry.country,
    how, differences, cost, plate: read.plate, country: read.country, characterConfidence: read.characterConfidence,
    readId, imageSha256: closestPicture([...plate.replaced, ...plate.reads], { id: readId, plate: read.plate }),
    explained: explanationOf(match, plate),
  }
}

function explanationOf({ sureness, otherPlate, model, reads }: Alerting, plate: PassagePlate): Explanation {
  return {
    sureness, otherPlate, modelVersion: model.version,
    reads: reads.flatMap(({ read, how, differences, model: { version, of } }) => {
      const stored = plate.reads.find((one) => one === read)
      return stored === undefined ? [] : [{ readId: stored.id, cameraId: stored.cameraId, plate: stored.plate, how, differences, model: { version, of } }]
    }),
  }
}
