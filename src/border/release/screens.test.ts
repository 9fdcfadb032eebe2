import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { allowedTargets } from '#platform/outgoing'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aPartner } from '#test/partner'
import { generousTerms, worldAt } from '#test/released'
import { aSite } from '#test/site'
import { coordination } from '../coordination/wire.ts'
import { watchlists } from '../watchlists/wire.ts'
import { itemId, readItem } from './outbox/item.store.ts'
import { partners } from './partner/partner.store.ts'
import { rules, rulesOf } from './rule/rule.store.ts'
import { receivedId } from './received/received.store.ts'
import { release } from './wire.ts'

const partner = await aPartner()
const centre = await aSite({ site: 'centre', wirings: [release(allowedTargets(new URL(partner.address).origin)), watchlists, coordination] })
const world = await worldAt(centre, partner)
const owner = centre.signedInAs('watchlist-owner')
const duty = centre.signedInAs('duty-officer-uk')
const auditor = centre.signedInAs('auditor')
const french = (cookie: string): Record<string, string> => ({ cookie: `${cookie}; language=fr` })

const id = newId()
const lorry = await world.list('B84KLG', { markers: ['weapons'] })
const { validFrom, validTo, sinceOn, retentionDays, legalBasis, contact, escalateTo, kinds, handlings, ports, markings, fields, accepts } = generousTerms
const asked = {
  legalBasis, contact, escalateTo, kinds, handlings, ports, markings, fields, accepts, sinceOn, validFrom, validTo,
  address: partner.address, publicKey: partner.publicKey, listIds: [world.listId], confirmedOnly: 'yes', retentionDays: String(retentionDays), because: 'New agreement',
}
const ruleId = newId()
const idsShown = (body: string): boolean => body.includes('B84KLG') || /B(?:<[^>]*>|\s)*8(?:<[^>]*>|\s)*4/.test(body)

describe('a rule', () => {
  test('begins with a partner that is registered, and told nothing by that', async () => {
    const answer = await owner.post('/partners/register', { id, name: 'Dover port police', agency: 'Dover Harbour Board', ring: 'uk', because: 'New agreement' })
    assert.equal(answer.headers.location, `/partners/${id}`)
    assert.match((await owner.get(`/partners/${id}`)).body, /No rule is in force/)
    assert.deepEqual(await foldHistory(centre.db, partners, id), await partners.read(centre.db, id))
  })
  test('is refused for an address nobody allowed, a marking that is never for that country, and days that make no sense', async () => {
    const refused = async (change: Record<string, string | readonly string[]>): Promise<number> => (await owner.post(`/partners/${id}/rule`, { ...asked, id: newId(), ...change })).statusCode
    assert.deepEqual([await refused({ address: 'http://127.0.0.1:9/in' }), await refused({ markings: ['fr-only'] }), await refused({ validTo: '2026-03-09' }), await refused({ validTo: '2027-03-03' }), await refused({ retentionDays: '366' })], [409, 409, 409, 409, 409])
    assert.equal(await refused({ publicKey: 'short' }), 422)
    assert.deepEqual(await rulesOf(centre.db, id), [])
  })
  test('shows what would go before anybody agrees, and sends nothing until then', async () => {
    assert.equal((await owner.post(`/partners/${id}/rule`, { ...asked, id: ruleId })).headers.location, `/partners/rules/${ruleId}`)
    const { body } = await duty.get(`/partners/rules/${ruleId}`)
    assert.match(body, /Would go[^<]*<span class="quiet">\(2\)/)
    assert.ok(idsShown(body))
    await world.settle()
    assert.deepEqual(partner.arrived, [])
  })
  test('is not agreed to by whoever proposed it, nor by somebody without the right, nor without a reason', async () => {
    const answer = { answer: 'approve', because: 'Checked with them' }
    assert.equal((await owner.post(`/partners/rules/${ruleId}/answer`, answer)).statusCode, 409)
    assert.equal((await auditor.post(`/partners/rules/${ruleId}/answer`, answer)).statusCode, 403)
    assert.equal((await duty.post(`/partners/rules/${ruleId}/answer`, { ...answer, because: '' })).statusCode, 422)
    assert.equal((await duty.post(`/partners/rules/${ruleId}/answer`, answer)).statusCode, 303)
    assert.deepEqual(await foldHistory(centre.db, rules, ruleId), await rules.read(centre.db, ruleId))
    await arrives(2)
  })
  test('that is narrower shows what would be asked back, and asks it back when it is agreed', async () => {
    const narrower = newId()
    await owner.post(`/partners/${id}/rule`, { ...asked, id: narrower, kinds: ['entry'] })
    assert.match((await duty.get(`/partners/rules/${narrower}`, french(duty.cookie))).body, /Serait redemandé[^<]*<span class="quiet">\(1\)/)
    await duty.post(`/partners/rules/${narrower}/answer`, { answer: 'approve', because: 'Less is enough' })
    await until(async () => (await readItem(centre.db, itemId(id, 'marker', lorry)))?.stage === 'deleted')
  })
})

describe('what was told', () => {
  test('about a vehicle is shown for a reason, and the look is logged', async () => {
    assert.doesNotMatch((await auditor.get('/partners/vehicle?plate=B84KLG')).body, /Deleted there/)
    const { body } = await auditor.get('/partners/vehicle?plate=b84+klg&reason=Complaint&reference=C-7')
    for (const sight of [/Dover port police/, /Received/, /Deleted there/, /the rule does not cover this kind/]) assert.match(body, sight)
    const { rows } = await sql<{ reason: string }>`select reason from history.entry where stream = 'look:plate:B84KLG'`.execute(centre.db)
    assert.deepEqual(rows.map(({ reason }) => reason), ['Complaint (C-7)'])
  })
  test('stands on the vehicle’s own page as well, for those who may see it', async () => {
    const path = '/vehicles?plate=B84KLG&reason=Complaint&reference=C-8'
    assert.match((await auditor.get(path)).body, /What partners outside were told/)
    assert.doesNotMatch((await centre.signedInAs('caseworker').get(path)).body, /What partners outside were told/)
  })
  test('stands in the outbox with the rule it went by and the hash, never with what it said', async () => {
    const { body } = await auditor.get(`/partners/outbox?partner=${id}`)
    assert.match(body, /rule 1|rule 2/)
    const { rows } = await sql<{ text: string }>`select item::text as text from release.item item union all select queue::text from release.queue queue`.execute(centre.db)
    assert.deepEqual(rows.filter(({ text }) => text.includes('B84KLG')), [])
  })
  test('is asked back by one person at once, and the word of the partner can be written down with who gave it', async () => {
    partner.behave('thinks-about-withdrawals')
    assert.equal((await duty.post(`/partners/${id}/stop`, { because: 'Their system is compromised' })).statusCode, 303)
    const entry = itemId(id, 'entry', lorry)
    await until(async () => (await readItem(centre.db, entry))?.stage === 'awaiting')
    assert.match((await auditor.get('/partners/withdrawals')).body, /Asked back, no word yet/)
    assert.equal((await duty.post(`/partners/withdrawals/${entry}`, { outcome: 'kept', reason: '', because: 'By telephone' })).statusCode, 409)
    assert.equal((await duty.post(`/partners/withdrawals/${entry}`, { outcome: 'deleted', because: 'Sgt Example by telephone' })).statusCode, 303)
    assert.equal((await readItem(centre.db, entry))?.stage, 'deleted')
    partner.behave('answers')
  })
})

describe('an entry a partner sends', () => {
  const item = randomUUID()
  test('alerts nobody until a person has listed it, under the partner’s own list', async () => {
    await world.agree()
    const ourKey = ((await centre.visitor.get('/partners/key')).json() as { x: string }).x
    const message = { type: 'release', id: randomUUID(), number: 1, to: ourKey, sentAt: '2026-03-10T09:00:00.000Z', item, kind: 'entry', marking: 'uk-only', facts: { plate: 'KT11 ABC', country: 'GB', handling: 'stop', reason: { en: 'Stolen trailer', fr: 'Remorque volée' }, lastDayOn: '2026-05-01' }, conditions: { legalBasis: 'PACE 1984', keepUntil: '2026-05-01' } }
    await centre.app.inject({ method: 'POST', url: `/partners/${world.partnerId}/messages`, headers: { 'content-type': 'application/jose' }, payload: await partner.sign(message) })
    const received = receivedId(world.partnerId, item)
    assert.match((await owner.get('/partners/received')).body, /Waits for a person/)
    assert.equal((await owner.post(`/partners/received/${received}`, { handling: 'stop', ports: ['calais'], reasonEn: 'Stolen trailer', reasonFr: 'Remorque volée', because: 'Plausible' })).statusCode, 303)
    const { rows } = await sql<{ plate: string; name_en: string; owner: string; last_day_on: string; confirmed_by: string | null }>`
      select plate, name_en, owner, last_day_on, confirmed_by from watchlists.entry entry join watchlists.list list on list.id = entry.list_id where plate = 'KT11ABC'`.execute(centre.db)
    assert.deepEqual(rows, [{ plate: 'KT11ABC', name_en: 'From Kent harbours', owner: 'Kent Police', last_day_on: '2026-05-01', confirmed_by: null }])
  })
  test('goes off our list when the partner takes it back', async () => {
    const ourKey = ((await centre.visitor.get('/partners/key')).json() as { x: string }).x
    const back = { type: 'withdrawal', id: randomUUID(), number: 2, to: ourKey, sentAt: '2026-03-10T09:00:00.000Z', item, because: 'record-gone' }
    await centre.app.inject({ method: 'POST', url: `/partners/${world.partnerId}/messages`, payload: await partner.sign(back) })
    const { rows } = await sql<{ status: string }>`select status from watchlists.entry where plate = 'KT11ABC'`.execute(centre.db)
    assert.deepEqual(rows, [{ status: 'withdrawn' }])
  })
})

describe('every screen about partners', () => {
  const paths = [`/partners/${id}`, `/partners/${id}/rule`, `/partners/rules/${ruleId}`, `/partners/${world.partnerId}/stop`, '/partners/outbox', `/partners/marking/entry/${lorry}`, '/partners/vehicle?plate=B84KLG&reason=Complaint&reference=C-7']
  test('reads well by day and by night, at a desk and on a phone, in both languages', async () => {
    const address = await centre.listen()
    for (const [width, theme, language] of [[1440, 'light', 'en'], [390, 'dark', 'fr']] as const) {
      const { page, context } = await aWindow(address, owner, { width, theme, language })
      for (const [place, path] of paths.entries()) {
        await page.goto(path)
        await picture(page, `release-${String(place).padStart(2, '0')}-${width}`)
        assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, `${path} sticks out at ${width}`)
        await findsNothing(page)
      }
      await context.close()
    }
  })
})

async function arrives(number: number): Promise<void> {
  await until(async () => partner.held().size >= number)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It did not come to pass')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
