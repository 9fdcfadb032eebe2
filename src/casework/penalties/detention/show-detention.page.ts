import { z } from 'zod'
import { lastMomentOfProvisionalDetention, whileDetained, type DetentionPower } from '#law'
import { may, type Right } from '#platform/identity'
import { page, type PageContext } from '#platform/web'
import { dayOf, london, timeOfDay } from '#values'
import { casePage } from '../case/case-form.page.ts'
import { subjectOf } from '../case/penalty-case.ts'
import { pageOf } from '../case/thing-of-case.page.ts'
import { detainVehicles, enforceDebts, keepDetentions, payRefunds, recordPayments, releaseVehicles, seeCases } from '../rights.ts'
import { detentionFacts } from './change-detention.store.ts'
import { detentionOfCase } from './detention-form.page.ts'
import { heldUnder, openExpenses, openPart, othersParts, powerOf, type Detention } from './detention.ts'
import { latestDetentions } from './detention.store.ts'
import { debtsToHoldFor, type DetentionFacts } from './may-detain.ts'
import { owedFor, waysOut } from './release-vehicle.ts'
import { debtsOf, mayAskFor, maySellOn, saleDaysOf } from './sell-vehicle.ts'
import { claimWords, nationWords, partWords, powerWords, sentByWords, stageWords, wayWords } from './words.ts'

/** One vehicle that is or was held: why, since when, who was told, what may happen next and what not yet. */
export const showDetentionPage = pageOf(detentionOfCase, { right: seeCases, template: 'casework/penalties/detention/show-detention.njk', what: 'detention of a vehicle', view })

async function view(ctx: PageContext, detention: Detention) {
  const facts = await detentionFacts(ctx.db, detention.caseId, ctx.clock.today())
  if (facts === undefined) return undefined
  const { found } = facts
  const allowed = (right: Right) => may(ctx.officer, right, subjectOf(found))
  const isHeld = detention.stage === 'held'
  return {
    detention, found, heading: detention.vehicle,
    stage: stageWords[detention.stage], power: powerWords[detention.heldUnder], nation: nationWords[detention.nation],
    debts: debtsOf(detention, facts.debts), owedPence: owedFor(detention, facts.debts), expensesPence: openExpenses(detention),
    lastMoment: lastMomentView(detention),
    holds: whileDetained(powerOf(detention) ?? '36', detention.detainedOn).value.map(({ en }) => en),
    sale: saleDaysOf(detention, facts), ...(isHeld ? saleView(detention, facts) : {}),
    ways: isHeld ? waysOut(detention, facts).map((out) => ({ ...out, words: wayWords[out.way] })) : [],
    parts: othersParts.map((part) => ({ words: partWords[part], left: openPart(detention, part) })),
    claimWords, sentByWords, releasedBy: detention.released && wayWords[detention.released.way],
    maySecure: isHeld && detention.heldUnder === 'provisional' && allowed(detainVehicles),
    mayRelease: isHeld && allowed(releaseVehicles),
    mayKeep: detention.stage !== 'released' && detention.proceeds === null && allowed(keepDetentions),
    mayTakeExpenses: openExpenses(detention) > 0 && allowed(recordPayments),
    maySell: isHeld && powerOf(detention) !== undefined && allowed(enforceDebts),
    mayShare: detention.stage === 'sold' && detention.proceeds === null && allowed(recordPayments),
    mayPayOut: detention.stage === 'sold' && detention.proceeds !== null && allowed(payRefunds),
  }
}

function lastMomentView({ heldUnder: power, firstSearchEndedAt }: Detention) {
  if (power !== 'provisional' || firstSearchEndedAt === null) return undefined
  const { value, steps } = lastMomentOfProvisionalDetention(firstSearchEndedAt)
  return { on: dayOf(value), time: timeOfDay(value, london).slice(0, 5), steps }
}

/** The next step of a sale with every condition it rests on. */
function saleView(detention: Detention, facts: DetentionFacts) {
  const judged = detention.leave === null ? mayAskFor(detention, facts, { on: facts.today, isLiableToSale: true }) : maySellOn(detention, facts, facts.today)
  return judged === undefined ? {} : { toSell: judged.conditions, saleAllowed: judged.value }
}

/** The vehicles held in one case, and under which power another could be. */
export const caseDetentionsPage = casePage({
  path: '/cases/:id/detentions',
  params: z.object({ id: z.uuid() }),
  right: seeCases,
  template: 'casework/penalties/detention/case-detentions.njk',
  what: 'vehicles held',
  view: async (ctx, found) => {
    const facts = await detentionFacts(ctx.db, found.id, ctx.clock.today())
    return facts && {
      heading: 'Vehicles held', detentions: facts.detentions.map(lineOf), mayDetain: may(ctx.officer, detainVehicles, subjectOf(found)),
      powers: heldUnder.map((power) => ({ power, ...powerWords[power], against: power === 'provisional' ? provisionallyNot(facts) : notFor(power, facts) })),
    }
  },
})

function provisionallyNot({ debts }: DetentionFacts): readonly string[] {
  return debts.length === 0 ? [] : ['A notice was issued: from then on a vehicle is held as security, or not at all.']
}

/** Empty as soon as one debt allows it. */
function notFor(power: DetentionPower, facts: DetentionFacts): readonly string[] {
  const { open, against } = debtsToHoldFor(power, facts)
  return open.length > 0 ? [] : against
}

/** Every vehicle that is held or still to be shared, then the latest others; no name of any person. */
export const detentionsPage = page({
  path: '/detentions',
  right: seeCases,
  template: 'casework/penalties/detention/detentions.njk',
  show: async (_input, { db, officer }) => ({ detentions: (await latestDetentions(db, officer)).map((detention) => ({ ...lineOf(detention), reference: detention.reference })) }),
})

function lineOf(detention: Detention) {
  return { ...detention, stageWords: stageWords[detention.stage], power: powerWords[detention.heldUnder].name, lastMoment: lastMomentView(detention) }
}
