import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aSite } from '#test/site'
import { calculator } from './wire.ts'

const site = await aSite({ wirings: [calculator], site: 'centre', audience: 'public' })
const klg = 'section=32&occurredOn=2023-02-23&place=calais&transporter=goods-vehicle&entrants=8&driver=yes&driver-underContractWith=owner&owner=yes&owner-businessSize=medium'

async function pageAt(url: string, language = 'en'): Promise<string> {
  const { statusCode, body } = await site.visitor.get(url, language === 'fr' ? { cookie: 'language=fr' } : {})
  assert.equal(statusCode, 200, body)
  return body
}

describe('anyone, without signing in', () => {
  test('is asked what happened and to whom', async () => assert.match(await pageAt('/calculator'), /What could the penalty be, and why\?/))

  test('sees the KLG amounts, what the owner answers for, and where each step is written', async () => {
    const body = await pageAt(`/calculator?${klg}`)
    for (const shown of ['£48,000', '£36,000', '£84,000', 'medium-sized business', '/law/immigration-and-asylum-act-1999-s-32-4']) assert.ok(body.includes(shown), shown)
  })

  test('sees why a discount was not given', async () => assert.match(await pageAt(`/calculator?${klg}`), /trace__step--not[\s\S]*not a member of the accreditation scheme/))

  test('sees both amounts where the sources can be read two ways', async () => {
    const body = await pageAt(`/calculator?${klg}&owner-complied=yes&owner-accredited=yes`)
    assert.match(body, /How do two 50% discounts combine\?/)
    assert.match(body, /£9,000/)
  })

  test('reads it in French', async () => {
    const body = await pageAt(`/calculator?${klg}`, 'fr')
    assert.match(body, /Quelle pourrait être la sanction/)
    assert.match(body, /Entreprise moyenne/)
  })

  test('is told which answers are missing, and keeps the others', async () => {
    const body = await pageAt('/calculator?section=32&occurredOn=2023-02-30&transporter=bus&owner=yes')
    assert.match(body, /href="#occurredOn"/)
    assert.match(body, /value="bus" selected/)
    assert.match(body, /id="owner" name="owner" value="yes" checked/)
  })

  test('is told when a means amount is above what remains', async () => assert.match(await pageAt(`/calculator?${klg}&driver-meansAmount=7000`), /href="#driver-meansAmount"/))

  test('sees what an operator of a detached trailer could owe', async () => {
    assert.match(await pageAt('/calculator?section=32&occurredOn=2024-06-01&transporter=detached-trailer&entrants=1&driver=yes'), /Why, for the operator/)
  })

  test('sees each last day and how it was counted', async () => {
    const body = await pageAt('/calculator/deadlines?notice-issued=2024-03-01&first-search-ended=2024-06-01T11:00')
    for (const shown of ['Friday 29 March 2024', 'Good Friday', 'Tuesday 30 April 2024', 'Sunday 2 June 2024', '11:00:00']) assert.ok(body.includes(shown), shown)
  })

  test('is told when a day is not one', async () => assert.match(await pageAt('/calculator/deadlines?notice-issued=2024-02-30'), /href="#notice-issued"/))
})

describe('the same answers for machines', () => {
  const post = async (url: string, payload: object): Promise<{ statusCode: number; json(): unknown }> => site.app.inject({ method: 'POST', url, payload })
  const incident = { occurredOn: '2023-02-23', place: 'calais', transporter: 'goods-vehicle', section: '32', entrants: 8 }

  test('POST /api/v1/assessments', async () => {
    const answer = await post('/api/v1/assessments', { incident, persons: [{ id: 'o', capacity: 'owner', businessSize: 'medium' }] })
    assert.equal(answer.statusCode, 200)
    assert.partialDeepStrictEqual(answer.json(), { regime: 'R2023', persons: [{ id: 'o', totalPence: 3_600_000 }] })
  })

  test('POST /api/v1/clocks', async () => {
    const answer = await post('/api/v1/clocks', { events: [{ type: 'notice-issued', on: '2024-03-01' }] })
    assert.partialDeepStrictEqual(answer.json(), { clocks: [{ clock: 'object', lastDay: '2024-03-29' }] })
  })

  test('what is wrong comes back with its path', async () => {
    const answer = await post('/api/v1/assessments', { incident: { ...incident, colour: 'red' }, persons: [{ id: 'o', capacity: 'captain' }] })
    assert.equal(answer.statusCode, 400)
    const { errors } = answer.json() as { errors: { path: string }[] }
    assert.deepEqual(errors.map(({ path }) => path).toSorted(), ['incident.colour', 'persons[0].capacity'])
  })
})
