import { lastMomentOfProvisionalDetention } from '#law'
import { dayOf, inPounds, london, timeOfDay, type Pence } from '#values'
import type { RequiredAction } from '../case/required-actions.ts'
import { openExpenses, openPart, othersParts, type Detention } from './detention.ts'
import { partWords } from './words.ts'

/** What a vehicle that is held, or was sold, waits for. */
export function actionsOfDetention(detention: Detention, owedPence: Pence): readonly RequiredAction[] {
  const actions = detention.stage === 'sold' ? afterSale(detention) : [...whileHeld(detention, owedPence), ...unless(detention.told.length > 0, toTell(detention))]
  return actions.map((action) => ({ ...action, keepsOpen: true }))
}

function whileHeld(detention: Detention, owedPence: Pence): readonly RequiredAction[] {
  const { id, vehicle, firstSearchEndedAt, heldUnder } = detention
  const seniors = { who: ['senior-officer'], missing: [], href: `/detentions/${id}` } as const
  if (heldUnder === 'provisional' && firstSearchEndedAt !== null) {
    const lastMoment = lastMomentOfProvisionalDetention(firstSearchEndedAt).value
    return [{ ...seniors, code: 'end-provisional-detention', text: `Release ${vehicle}, or hold it as security, by ${timeOfDay(lastMoment, london).slice(0, 5)} in London`, by: dayOf(lastMoment), act: 'Open' }]
  }
  if (owedPence <= 0 && openExpenses(detention) <= 0) return [{ ...seniors, code: 'release-vehicle', text: `Release ${vehicle}: all that it is held for is paid`, by: null, act: 'Release', href: `/detentions/${id}/release` }]
  return [{ ...seniors, code: 'vehicle-held', text: `${vehicle} is held: ${inPounds(owedPence)} and expenses of ${inPounds(openExpenses(detention))} are open`, by: null, act: 'Open' }]
}

function toTell({ id, vehicle }: Detention): RequiredAction {
  return { code: 'tell-of-detention', text: `Tell those it concerns that ${vehicle} is held, and that they may ask the court for it`, who: ['caseworker', 'senior-officer'], by: null, missing: [], href: `/detentions/${id}/told`, act: 'Record' }
}

function afterSale(detention: Detention): readonly RequiredAction[] {
  const finance = { who: ['finance'], by: null, missing: [] } as const
  if (detention.proceeds === null) return [{ ...finance, code: 'share-proceeds', text: `Take in what ${detention.vehicle} was sold for`, href: `/detentions/${detention.id}/proceeds`, act: 'Take in' }]
  return othersParts.filter((part) => openPart(detention, part) > 0).map((part) => ({
    ...finance, code: `pay-out-${part}`, text: `Pay out of the sale: ${inPounds(openPart(detention, part))}, ${partWords[part].toLowerCase()}`, href: `/detentions/${detention.id}/payout`, act: 'Record',
  }))
}

function unless(isSo: boolean, action: RequiredAction): readonly RequiredAction[] {
  return isSo ? [] : [action]
}
