import { z } from 'zod'
import { refuse } from '#platform/decisions'
import { change, historyOf, type HistoryEntry } from '#platform/events'
import { may } from '#platform/identity'
import { formPage, inBoth, roleWords, type PageContext } from '#platform/web'
import { dayOf, hoursAfter, plate, type Plate } from '#values'
import { because } from '../entry/entry-form.page.ts'
import { plateLengthMax, tiersByDefault } from '../limits.ts'
import { readList } from '../list/list.store.ts'
import type { ListedPlate } from '../match-set/evidence.ts'
import type { Tiers } from '../match-set/sureness.ts'
import { watchlistRefusals as refusals } from '../refusals.ts'
import { tuneMatcher } from '../rights.ts'
import type { ErrorModel } from '../reading-errors/error-model.ts'
import { readTuning } from './current-tuning.feed.ts'
import { describeMisread } from './describe-misread.ts'
import { countedDays, passingMin, perMillionMax } from './limits.ts'
import { estimateFor, type ListEstimate } from './list-estimate.feed.ts'
import { listTiers, readTiers } from './list-tiers.store.ts'
import { countPassed, sampleOfList } from './passing.store.ts'
import { previewOf } from './preview.ts'
import { setTiers, type Wanted } from './set-tiers.ts'

const wanted = inBoth('Give a number of vehicles per million, from 0 to 100,000', 'Donnez un nombre de véhicules par million, de 0 à 100 000')
const aRate = z.coerce.number(wanted).min(0, wanted).max(perMillionMax, wanted)

/** What is proposed where nothing is set: one in a million stopped at for nothing, and a hundred in a million looked at for nothing. */
const proposed: Wanted = { certainPerMillion: 1, probablePerMillion: 100 }

/** How sure a match must be for one list. Every number may be tried before anything is set. */
export const listTiersPage = formPage({
  path: '/matcher/lists/:id',
  right: tuneMatcher,
  template: 'border/watchlists/tuning/list-tiers.njk',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    certain: aRate.optional().catch(undefined), probable: aRate.optional().catch(undefined),
    plate: z.string().max(2 * plateLengthMax).transform(plate).optional().catch(undefined),
  }),
  form: z.object({ certain: aRate, probable: aRate, ...because.shape }),
  refusals,
  show: async ({ id }, ctx, tried) => {
    const list = await readList(ctx.db, id)
    if (list === undefined) return undefined
    const set = await readTiers(ctx.db, id)
    const trying: Wanted = { certainPerMillion: tried.certain ?? set?.certainPerMillion ?? proposed.certainPerMillion, probablePerMillion: tried.probable ?? set?.probablePerMillion ?? proposed.probablePerMillion }
    return {
      list: { id, name: ctx.words(list.nameEn, list.nameFr) }, set,
      maySet: ctx.site === 'centre' && may(ctx.officer, tuneMatcher),
      preview: await preview(id, { trying, chosen: tried.plate }, ctx),
      entries: (await historyOf(ctx.db, 'list-tiers', id)).toReversed().map((entry) => inWords(entry, ctx)),
      values: { certain: trying.certainPerMillion, probable: trying.probablePerMillion, plate: tried.plate ?? '' },
    }
  },
  submit: async ({ id }, { certain, probable, because: reason }, ctx) => {
    const { estimate } = await estimated(id, ctx)
    if (estimate.passed < passingMin) return refuse('too-little-traffic')
    const rates: Wanted = { certainPerMillion: certain, probablePerMillion: probable }
    const act = ctx.by(reason)
    return change(ctx.db, listTiers, { id, by: act }, () => setTiers({ listId: id, site: ctx.site, ...rates, ...tiersFor(estimate, rates) }, act))
  },
  next: () => '/matcher',
  done: { en: 'Set. Every port follows within a second, or when its link is back.', fr: 'Réglé. Chaque port suit en une seconde, ou au rétablissement de sa liaison.' },
})

function inWords({ by, body }: HistoryEntry, { words }: PageContext) {
  const { certainPerMillion, probablePerMillion } = (body ?? {}) as Partial<Wanted>
  const text = words(`Set to ${certainPerMillion} and ${probablePerMillion} false alerts per million`, `Réglé à ${certainPerMillion} et ${probablePerMillion} fausses alertes par million`)
  return { at: by.at, on: dayOf(by.at), zone: 'Europe/London', text, by: by.name, role: by.role === 'machine' ? words('machine', 'machine') : roleWords(by.role, words), reason: by.reason }
}

interface Trying {
  readonly trying: Wanted
  readonly chosen: Plate | undefined
}

/** What the setting would come to, and what it would make of one plate's misreads. */
async function preview(listId: string, { trying, chosen }: Trying, ctx: PageContext) {
  const { estimate, model, sample } = await estimated(listId, ctx)
  const enough = estimate.passed >= passingMin
  const tiers = enough ? tiersFor(estimate, trying) : tiersByDefault
  const shown = chosen !== undefined && chosen.length > 2 ? { entryId: '', plate: chosen, country: null } : sample[0]
  return {
    enough, passed: estimate.passed, listed: estimate.listed, shown: shown?.plate, modelVersion: model.version,
    ...(enough ? await expected(estimate, tiers, ctx) : {}),
    rows: shown === undefined ? [] : previewOf({ listed: shown, model, tiers }).map((misread) => describeMisread(misread, ctx.words)),
  }
}

interface Estimated {
  readonly estimate: ListEstimate
  readonly model: ErrorModel
  readonly sample: readonly ListedPlate[]
}

async function estimated(listId: string, { db, clock }: PageContext): Promise<Estimated> {
  const [{ modelOf }, { sample, listed }] = await Promise.all([readTuning(db, null), sampleOfList(db, listId)])
  const model = modelOf()
  return { model, sample, estimate: await estimateFor(db, { listId, sample, listed, model, asOf: clock.now().slice(0, 13) }) }
}

/** What is certain is probable too. */
function tiersFor({ certain, probable }: ListEstimate, { certainPerMillion, probablePerMillion }: Wanted): Tiers {
  const certainCostMax = certain.costMaxFor(certainPerMillion)
  return { certainCostMax, probableCostMax: Math.max(certainCostMax, probable.costMaxFor(probablePerMillion)) }
}

async function expected({ certain, probable }: ListEstimate, { certainCostMax, probableCostMax }: Tiers, { db, clock }: PageContext) {
  const now = clock.now()
  const aDay = (await countPassed(db, hoursAfter(-24 * countedDays, now), now)) / countedDays
  const tier = (of: ListEstimate['certain'], costMax: number) => {
    const perMillion = of.falsePerMillion(costMax)
    return { perMillion: significant(perMillion), aDay: significant((perMillion * aDay) / 1_000_000), recallPercent: (100 * of.recall(costMax)).toFixed(1) }
  }
  return { tiers: { certain: tier(certain, certainCostMax), probable: tier(probable, probableCostMax) }, passedADay: Math.round(aDay) }
}

/** An estimate is worth two digits. */
function significant(number: number): string {
  return number === 0 ? '0' : number < 0.001 ? '< 0.001' : String(Number(number.toPrecision(2)))
}
