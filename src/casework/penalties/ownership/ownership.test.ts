import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { foldHistory } from '#platform/events'
import { newId } from '#platform/identity'
import { anOpenCase } from '#test/a-proposed-case'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { eventsOf, seniorOfficer } from '#test/penalties'
import { aSite } from '#test/site'
import { day, plate } from '#values'
import { rememberReason } from '../case/look-reason.store.ts'
import { penalties } from '../wire.ts'
import { coversDay, evolveOwnership, recordOwnership, withdrawOwnership, type Ownership, type RecordingOwnership } from './ownership.ts'
import { ownershipsOf, ownershipThing } from './ownership.store.ts'

const { db, ...site } = await aSite({ wirings: [penalties], site: 'centre', now: '2024-03-20T10:00:00Z' })
const address = await site.listen()
const caseworker = site.signedInAs('caseworker')

const recording = (change: Partial<RecordingOwnership> = {}): RecordingOwnership => ({
  ownershipId: newId(), plate: plate('B 123 XYZ'), country: 'RO', standing: 'not-owner', name: 'Example Haulage SRL', registeredNumber: 'J40/123/2010',
  fromOn: day('2024-01-05'), untilOn: day('2024-01-31'), shownBy: 'Bill of sale', recordedBy: seniorOfficer, recordedOn: day('2024-03-20'), ...change,
})
const recorded = (change: Partial<RecordingOwnership> = {}): Ownership => eventsOf(recordOwnership([], recording(change))).reduce<Ownership | undefined>(evolveOwnership, undefined) ?? assert.fail()

describe('who owned a vehicle when', () => {
  test('holds from its first day to its last, and not once it is withdrawn', () => {
    assert.deepEqual(['2024-01-04', '2024-01-05', '2024-01-31', '2024-02-01'].map((on) => coversDay(recorded(), day(on))), [false, true, true, false])
    assert.equal(coversDay(recorded({ untilOn: null }), day('2030-01-01')), true)
    const withdrawn = { by: seniorOfficer, on: day('2024-03-21'), reasons: 'Forged' }
    assert.equal(coversDay(evolveOwnership(recorded(), eventsOf(withdrawOwnership(recorded(), withdrawn))[0] ?? assert.fail()), day('2024-01-10')), false)
  })
  test('is not said twice of one party for a day, and says what shows it', () => {
    assert.deepEqual(recordOwnership([recorded()], recording({ standing: 'owner', fromOn: day('2024-01-31'), untilOn: null })), { refused: 'ownership-recorded-already' })
    assert.equal(eventsOf(recordOwnership([recorded()], recording({ fromOn: day('2024-02-01'), untilOn: null }))).length, 1)
    assert.equal(eventsOf(recordOwnership([recorded()], recording({ name: 'The buyer', registeredNumber: null }))).length, 1)
    assert.deepEqual(recordOwnership([], recording({ shownBy: ' ' })), { refused: 'say-what-shows-it' })
    assert.deepEqual(recordOwnership([], recording({ fromOn: day('2024-03-21'), untilOn: null })), { refused: 'ownership-in-future' })
    assert.deepEqual(recordOwnership([], recording({ untilOn: day('2024-01-01') })), { refused: 'ownership-ends-before-it-begins' })
  })
})

describe('a vehicle that was sold', async () => {
  const first = await anOpenCase(db)
  const later = await anOpenCase(db)
  const before = await anOpenCase(db, { occurredOn: day('2024-01-04') })
  for (const caseId of [first, later, before]) await rememberReason(db, { officerId: 'test-caseworker', caseId, reason: 'They wrote', at: site.clock.now() })
  const form = { vehicle: 'B123XYZ', standing: 'not-owner', name: 'Example Haulage S.R.L.', registeredNumber: 'J40 123 2010', fromOn: '2024-01-05', untilOn: '', shownBy: 'Bill of sale of 5 January' }

  test('is recorded on one case, once, and only for a vehicle of that case', async () => {
    assert.equal((await caseworker.post(`/cases/${first}/owners`, { ...form, shownBy: '' })).statusCode, 422)
    assert.equal((await caseworker.post(`/cases/${first}/owners`, { ...form, vehicle: 'ANOTHER1' })).statusCode, 409)
    assert.equal((await caseworker.post(`/cases/${first}/owners`, form)).statusCode, 303)
    assert.equal((await caseworker.post(`/cases/${first}/owners`, form)).statusCode, 409)
    assert.equal((await site.signedInAs('auditor').post(`/cases/${first}/owners`, form)).statusCode, 409)
  })
  test('warns on every other case in which its seller is named as owner on a day after the sale, and on none before', async () => {
    const warning = /Example Haulage SRL is on this case as owner\.<\/strong> Example Haulage S\.R\.L\. was not the owner from Friday 5 January 2024 on: Bill of sale/
    for (const caseId of [first, later]) assert.match((await caseworker.get(`/cases/${caseId}`)).body, warning)
    assert.doesNotMatch((await caseworker.get(`/cases/${before}`)).body, /is on this case as owner/)
  })
  test('cannot be said twice in the table either', async () => {
    await assert.rejects(sql`insert into penalties.ownership (id, plate, standing, name, registered_number, from_on, shown_by, recorded_by, recorded_on)
      select gen_random_uuid(), plate, 'owner', name, registered_number, '2024-06-01', shown_by, recorded_by, recorded_on from penalties.ownership`.execute(db), /exclusion constraint/)
  })
  for (const width of [1440, 390]) {
    test(`its page at ${width} pixels gives axe nothing to find`, async () => {
      const { page, context } = await aWindow(address, caseworker, { width })
      await page.goto(`/cases/${first}/owners`)
      await picture(page, `owners-${width}`)
      assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= width, 'nothing sticks out at the side')
      await findsNothing(page)
      await context.close()
    })
  }
  test('is withdrawn with reasons, warns no more, and stays in the history', async () => {
    const [ownership] = await ownershipsOf(db, [plate('B123XYZ')])
    assert.equal((await caseworker.post(`/cases/${later}/owners/${ownership?.id}/withdraw`, { reasons: 'The bill was of another vehicle' })).statusCode, 303)
    assert.doesNotMatch((await caseworker.get(`/cases/${later}`)).body, /is on this case as owner/)
    const [after] = await ownershipsOf(db, [plate('B123XYZ')])
    assert.deepEqual(await foldHistory(db, ownershipThing, after?.id ?? ''), after)
  })
})
