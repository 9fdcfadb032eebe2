import { addEntry, openList, watchlist, watchlistEntry, withdrawEntry, type Handling } from '#border/watchlists'
import type { Database } from '#platform/database'
import { announce, isRefused, refuse, type Decision, type Happening } from '#platform/decisions'
import { changeIn } from '#platform/events'
import { settledId } from '#platform/identity'
import { daysAfter, plate, type By, type CalendarDate, type Port } from '#values'
import { retentionDaysMax } from '../limits.ts'
import { readPartner } from '../partner/partner.store.ts'
import { ruleInForce } from '../rule/rule.store.ts'
import { factsOf } from './facts.ts'
import { readBody, readReceived, receivedItems } from './received.store.ts'
import { takeEntry } from './received.ts'

export interface Taking {
  readonly handling: Handling
  readonly ports: readonly Port[]
  readonly reasonEn: string
  readonly reasonFr: string
  readonly by: By
  readonly addedBy: string
  readonly today: CalendarDate
  readonly reviewOn: CalendarDate
}

class Refused extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** Lists the vehicle under the partner's own list, which is opened with the first: entry, list and what was received move together or not at all. */
export async function takeOntoList(db: Database, id: string, taking: Taking): Promise<Decision<Happening>> {
  return db.transaction().execute((tx) => takeIn(tx, id, taking)).catch((fault: unknown) => {
    if (fault instanceof Refused) return refuse(fault.code)
    throw fault
  })
}

async function takeIn(tx: Database, id: string, taking: Taking): Promise<Decision<Happening>> {
  const [received, body] = [await readReceived(tx, id), await readBody(tx, id)]
  if (received === undefined || body === undefined) return refuse('no-such-item')
  const { by, today, reviewOn, ...wanted } = taking
  // What it was listed as before is taken off, so that one vehicle of theirs is never two entries of ours.
  if (received.entryId !== null) done(await changeIn(tx, watchlistEntry, { id: received.entryId, by }, (entry) => (entry?.status === 'active' ? withdrawEntry(entry, by.at) : announce())))
  const listId = await listOf(tx, received.partnerId, taking)
  const entryId = settledId('entry of a partner', received.id, String(received.number))
  const facts = factsOf(body.facts)
  const lastDayOn = earliest(facts.lastDayOn ?? body.keepUntil, body.keepUntil, daysAfter(retentionDaysMax, today))
  done(await changeIn(tx, watchlistEntry, { id: entryId, by }, (entry) => addEntry(entry, {
    ...wanted, id: entryId, site: by.site, listId, plate: plate(facts.plate), country: facts.country, markers: facts.markers, startsOn: today, lastDayOn, reviewOn: earliest(reviewOn, lastDayOn),
  }, today)))
  return done(await changeIn(tx, receivedItems, { id, by }, (now) => takeEntry(now, entryId)))
}

/** The list bears the partner's name and says what allows it. */
async function listOf(tx: Database, partnerId: string, { by, today }: Taking): Promise<string> {
  const partner = await readPartner(tx, partnerId)
  const rule = partner && (await ruleInForce(tx, partner, today))
  const id = settledId('list of a partner', partnerId)
  if (partner === undefined || rule === undefined) throw new Refused('no-such-partner')
  done(await changeIn(tx, watchlist, { id, by }, (list) => openList(list, {
    id, site: by.site, nameEn: `From ${partner.name}`, nameFr: `De ${partner.name}`, owner: partner.agency, legalBasis: rule.terms.legalBasis,
    purposeEn: `Vehicles that ${partner.name} asks officers to look for`, purposeFr: `Véhicules que ${partner.name} demande de rechercher`,
  })))
  return id
}

function done(decision: Decision<Happening>): Decision<Happening> {
  if (isRefused(decision)) throw new Refused(decision.refused)
  return decision
}

function earliest(...days: readonly CalendarDate[]): CalendarDate {
  const [first] = days.toSorted()
  if (first === undefined) throw new Error('There is no earliest of no days')
  return first
}
