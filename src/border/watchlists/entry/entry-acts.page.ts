import { z } from 'zod'
import { change } from '#platform/events'
import { newId } from '#platform/identity'
import { formPage, type PageContext } from '#platform/web'
import { allPorts, daysAfter, siteName } from '#values'
import { readList } from '../list/list.store.ts'
import { watchlistRefusals as refusals } from '../refusals.ts'
import { addToWatchlist, confirmWatchlistEntry, reviewWatchlistEntry, withdrawFromWatchlist } from '../rights.ts'
import { keptAtCentre } from '../kept-at-centre.ts'
import { addEntry } from './add-entry.ts'
import { confirmEntry } from './confirm-entry.ts'
import { describeEntry } from './describe-entry.ts'
import { because, entryForm, reviewForm } from './entry-form.page.ts'
import { readEntryOfList, watchlistEntry } from './entry.store.ts'
import { handlings, markers } from './entry.ts'
import { handlingMeaning, handlingWords, markerWords } from './entry-words.ts'
import { reviewEntry } from './review-entry.ts'
import { withdrawEntry } from './withdraw-entry.ts'

/** Proposed for a new entry: long enough to matter, short enough that somebody looks again within the month. */
const listedForDays = 90
const reviewAfterDays = 28

const params = z.object({ id: z.uuid() })

export const addEntryPage = formPage({
  path: '/watchlists/:id/add',
  right: addToWatchlist,
  template: 'border/watchlists/entry/add-entry.njk',
  params,
  form: entryForm,
  refusals,
  show: async ({ id }, ctx) => {
    const list = await readList(ctx.db, id)
    const today = ctx.clock.today()
    const values = { id: newId(), handling: 'check', ports: allPorts(), markers: [], startsOn: today, lastDayOn: daysAfter(listedForDays, today), reviewOn: daysAfter(reviewAfterDays, today) }
    return list && { list, name: ctx.words(list.nameEn, list.nameFr), ...choices(ctx), values }
  },
  submit: ({ id: listId }, { because: reason, ...form }, { db, by, site, officer, clock }) =>
    change(db, watchlistEntry, { id: form.id, by: by(reason) }, (entry) => addEntry(entry, { ...form, listId, site, addedBy: officer.id }, clock.today())),
  next: (_params, { id }) => `/watchlists/entries/${id}`,
  done: { en: 'The vehicle is listed. Every port it is for knows within a second, or as soon as its link is back.', fr: 'Le véhicule est inscrit. Chaque port concerné le sait en une seconde, ou dès le rétablissement de sa liaison.' },
})

function choices({ words }: PageContext) {
  return {
    handlings: handlings.map((value) => ({ value, text: words(handlingWords[value].en, handlingWords[value].fr), hint: { text: words(handlingMeaning[value].en, handlingMeaning[value].fr) } })),
    markers: markers.map((value) => ({ value, text: words(markerWords[value].en, markerWords[value].fr) })),
    ports: allPorts().map((value) => ({ value, text: siteName(value) })),
  }
}

const showEntry = async ({ id }: { id: string }, { db, clock, words }: PageContext) => {
  const entry = await readEntryOfList(db, id)
  return entry && { entry: describeEntry(entry, clock.today(), words), values: { lastDayOn: entry.lastDayOn, reviewOn: daysAfter(reviewAfterDays, clock.today()) } }
}
const toEntry = ({ id }: { id: string }): string => `/watchlists/entries/${id}`

export const confirmEntryPage = formPage({
  path: '/watchlists/entries/:id/confirm',
  right: confirmWatchlistEntry,
  template: 'border/watchlists/entry/confirm-entry.njk',
  params, form: because, refusals, show: showEntry, next: toEntry,
  submit: ({ id }, { because: reason }, { db, by, site, officer }) =>
    change(db, watchlistEntry, { id, by: by(reason) }, keptAtCentre(site, (entry) => confirmEntry(entry, officer.id))),
  done: { en: 'From now on the vehicle is stopped.', fr: 'Le véhicule sera désormais arrêté.' },
})

export const reviewEntryPage = formPage({
  path: '/watchlists/entries/:id/review',
  right: reviewWatchlistEntry,
  template: 'border/watchlists/entry/review-entry.njk',
  params, form: reviewForm, refusals, show: showEntry, next: toEntry,
  submit: ({ id }, { because: reason, ...days }, { db, by, site, clock }) =>
    change(db, watchlistEntry, { id, by: by(reason) }, keptAtCentre(site, (entry) => reviewEntry(entry, days, clock.today()))),
  done: { en: 'Reviewed, and kept until the new last day.', fr: 'Réexaminé, et maintenu jusqu’au nouveau dernier jour.' },
})

export const withdrawEntryPage = formPage({
  path: '/watchlists/entries/:id/withdraw',
  right: withdrawFromWatchlist,
  template: 'border/watchlists/entry/withdraw-entry.njk',
  params, form: because, refusals, show: showEntry, next: toEntry,
  submit: ({ id }, { because: reason }, { db, by, site, clock }) =>
    change(db, watchlistEntry, { id, by: by(reason) }, keptAtCentre(site, (entry) => withdrawEntry(entry, clock.now()))),
  done: { en: 'Withdrawn. It no longer alerts at any port that can be reached; the others follow when their link is back.', fr: 'Retiré. Il n’alerte plus dans aucun port joignable ; les autres suivront au rétablissement de leur liaison.' },
})
