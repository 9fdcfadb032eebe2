import { z } from 'zod'
import { searchVehicles, sightingsLike } from '#border/arrivals'
import { refuse } from '#platform/decisions'
import { change, recordLook } from '#platform/events'
import { may, newId } from '#platform/identity'
import { action, formPage, inBoth, page, type PageContext } from '#platform/web'
import { day, daysAfter, instant, plate, siteName } from '#values'
import { generalAccessDays, reasonLengthMax, vehicleHistoryLength } from '../limits.ts'
import { coordinationRefusals as refusals } from '../refusals.ts'
import { authoriseHistory, seeRequests } from '../rights.ts'
import { answerRequest, requestHistory, type HistoryRequest } from './history-request.ts'
import { historyRequests, requestsFor } from './history-request.store.ts'

const params = z.object({ id: z.uuid() })
const needed = (en: string, fr: string) => z.string(inBoth(en, fr)).min(3, inBoth(en, fr)).max(reasonLengthMax)
const aDay = (en: string, fr: string) => z.iso.date(inBoth(en, fr)).transform(day)

/** Asks a senior officer for leave to look further back. */
export const requestHistoryPage = formPage({
  path: '/vehicles/older/ask',
  right: searchVehicles,
  template: 'border/coordination/older-history/ask.njk',
  form: z.object({
    id: z.uuid(),
    plate: needed('Enter the plate', 'Saisissez la plaque').transform(plate),
    fromDay: aDay('Enter the first day', 'Saisissez le premier jour'),
    toDay: aDay('Enter the last day', 'Saisissez le dernier jour'),
    reason: needed('Say why', 'Dites pourquoi'),
    reference: needed('Enter the case or operation', 'Saisissez le dossier ou l’opération'),
  }),
  refusals,
  show: async (_params, { clock }) => ({ days: generalAccessDays, values: { id: newId(), toDay: daysAfter(-generalAccessDays, clock.today()) } }),
  submit: (_params, form, { db, officer, clock, by }) => change(db, historyRequests, { id: form.id, by: by(`${form.reason} (${form.reference})`) }, (request) =>
    requestHistory(request, { ...form, requestedBy: officer.id, requestedByName: officer.name, requestedAt: clock.now() }, clock.today())),
  next: (_params, { id }) => `/vehicles/older/${id}`,
  done: { en: 'Asked. A senior officer answers before anything is shown.', fr: 'Demande faite. Un cadre supérieur répond avant tout affichage.' },
})

export const requestsPage = page({
  path: '/vehicles/older',
  right: seeRequests,
  template: 'border/coordination/older-history/requests.njk',
  show: async (_input, { db, officer }) => ({ requests: await requestsFor(db, seesAll({ officer }) ? undefined : officer.id), mayAsk: may(officer, searchVehicles), days: generalAccessDays }),
})

function seesAll({ officer }: Pick<PageContext, 'officer'>): boolean {
  return may(officer, authoriseHistory) || officer.role === 'auditor'
}

/** One request. Once it is approved, whoever asked sees what was found; each showing is logged with who allowed it. */
export const requestPage = page({
  path: '/vehicles/older/:id',
  right: seeRequests,
  template: 'border/coordination/older-history/request.njk',
  params,
  show: async ({ params: { id } }, ctx) => {
    const request = await historyRequests.read(ctx.db, id)
    if (request === undefined || !(seesAll(ctx) || request.requestedBy === ctx.officer.id)) return undefined
    const mine = request.requestedBy === ctx.officer.id
    return { request, mayAnswer: request.status === 'waiting' && !mine && may(ctx.officer, authoriseHistory), lines: mine && request.status === 'approved' ? await found(request, ctx) : undefined }
  },
})

/** Shown when the look is in the audit, with who allowed it and how much it showed. */
async function found({ plate: wanted, fromDay, toDay, reason, reference, answeredByName }: HistoryRequest, { db, by }: PageContext) {
  const asked = { pattern: wanted, closeness: 'exact', since: instant(`${fromDay}T00:00:00Z`), until: instant(`${daysAfter(1, toDay)}T00:00:00Z`) } as const
  const { seen, more } = await sightingsLike(db, asked, { most: vehicleHistoryLength })
  const what = `vehicle history from ${fromDay} to ${toDay}, approved by ${answeredByName ?? ''}: ${seen.length} found${more ? ', the newest of more' : ''}`
  await recordLook(db, { by: by(`${reason} (${reference}), ${answeredByName ?? ''}`), subject: `plate:${wanted}`, what })
  return seen.map((sighting) => ({ ...sighting, place: siteName(sighting.site) }))
}

export const answerRequestAction = action({
  path: '/vehicles/older/:id/answer',
  right: authoriseHistory,
  params,
  form: z.object({ answer: z.enum(['approve', 'refuse'], inBoth('Approve or refuse', 'Approuvez ou refusez')), because: needed('Say why', 'Dites pourquoi') }),
  refusals,
  submit: async ({ id }, { answer, because }, { db, by }) => {
    if ((await historyRequests.read(db, id)) === undefined) return refuse('no-such-request')
    const act = by(because)
    return change(db, historyRequests, { id, by: act }, (request) => answerRequest(request, answer === 'approve', act))
  },
  next: ({ id }) => `/vehicles/older/${id}`,
  done: { en: 'Answered. It is in the audit with your name and reason.', fr: 'Réponse donnée. Elle figure dans l’audit avec votre nom et votre motif.' },
})
