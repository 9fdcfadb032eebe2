import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { newId } from '#platform/identity'
import { findsNothing } from '#test/axe'
import { aPhoto } from '#test/a-photo'
import { aWindow, picture, type Terminal } from '#test/browser'
import { typed } from '#test/detection-forms'
import { aSite } from '#test/site'
import { examinations } from './wire.ts'

const calais = await aSite({ wirings: [examinations] })
const address = await calais.listen()
const lane = calais.signedInAs('lane-officer')
const duty = calais.signedInAs('duty-officer-fr')

const search = newId()
await lane.post('/searches/open', { id: search, tractorPlate: 'AB12CDE', trailerPlate: 'QT123ZZ', country: 'GB', layer: 'shed', lane: '4', officers: 'Ada Example\nBen Example' })
for (const [technique, result] of [['dog', 'alert'], ['heartbeat', 'inconclusive'], ['visual', 'nothing']] as const) await lane.post(`/searches/${search}/techniques`, { stepId: newId(), technique, result, minutes: '3' })
await lane.post(`/searches/${search}/techniques`, { stepId: newId(), technique: 'co2', obstacle: 'sealed-load', minutes: '0' })
const ended = newId()
await lane.post('/searches/open', { id: ended, tractorPlate: 'ZZ99YYY', layer: 'shed', lane: '2', officers: 'Ada Example' })
await lane.post(`/searches/${ended}/techniques`, { stepId: newId(), technique: 'dog', result: 'alert', minutes: '2' })
await lane.post(`/searches/${ended}/end`, { outcome: 'people-found' })
const draft = newId()
await lane.post('/detections/new', { id: draft, searchId: search, ...typed.alarm, childWelfare: 'not-yet' })
const find = newId()
const handOver = newId()
await lane.post('/detections/new', { id: find, searchId: ended, ...typed.alarm })
for (const section of ['vehicle', 'papers'] as const) await lane.post(`/detections/${find}/${section}`, typed[section])
const photo = new FormData()
photo.set('of', 'checklist')
photo.set('photo', new Blob([new Uint8Array(aPhoto())]), 'checklist.png')
await lane.post(`/detections/${find}/photos`, photo)
await lane.post(`/detections/${find}/scene`, typed.scene)
await lane.post(`/detections/${find}/check`)
await lane.post(`/detections/${find}/hand-over`, { handOverId: handOver, adults: '1', children: '1', handedOn: '2026-03-10', handedTime: '09:55', receivingOfficer: 'PAF 4711' })

const screens: Readonly<Record<string, string>> = {
  'searches': '/searches', 'open-search': '/searches/open', 'search': `/searches/${search}`, 'end-search': `/searches/${search}/end`,
  'finds': '/detections', 'new-find': '/detections/new', 'vehicle': `/detections/${draft}/vehicle`, 'papers': `/detections/${draft}/papers`, 'photos': `/detections/${find}/photos`,
  'scene': `/detections/${draft}/scene`, 'check': `/detections/${draft}/check`, 'find': `/detections/${find}`, 'correct': `/detections/${find}/vehicle`,
  'hand-overs': '/hand-overs', 'hand-over': `/detections/${find}/hand-over`, 'note': `/hand-overs/${find}/${handOver}`,
}

/** Every screen must fit its width, by day and by night, in both languages. */
const terminals: Readonly<Record<string, Terminal>> = { 'desk-day-en': {}, 'phone-night-fr': { width: 390, height: 844, theme: 'dark', language: 'fr' } }

/** Two more that are only pictures for a person to look at. */
const pictured: Readonly<Record<string, Terminal>> = { 'tablet-night-en': { width: 768, theme: 'dark' }, 'phone-day-en': { width: 390, height: 844 } }

for (const [terminal, asked] of Object.entries(process.env['SCREENSHOTS'] === undefined ? terminals : { ...terminals, ...pictured })) {
  describe(terminal, async () => {
    const { page } = await aWindow(address, lane, asked)
    for (const [name, path] of Object.entries(screens)) {
      test(name, async () => {
        await page.goto(path)
        await picture(page, `${name}-${terminal}`)
        await findsNothing(page)
        assert.ok(await fits(page), `${path} is wider than the screen`)
      })
    }
  })
}

async function fits(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
}

test('the French duty officer’s note, and the page that asks an auditor why', async () => {
  const french = await aWindow(address, duty, { width: 768, language: 'fr' })
  await french.page.goto(`/hand-overs/${find}/${handOver}`)
  await picture(french.page, 'note-duty-fr')
  await findsNothing(french.page)
  const auditor = await aWindow(address, calais.signedInAs('auditor'))
  await auditor.page.goto(`/detections/${find}`)
  await picture(auditor.page, 'why')
  await findsNothing(auditor.page)
})

describe('without scripts', () => {
  test('minutes move and one touch records', async () => {
    const { page } = await aWindow(address, lane, { width: 390, javaScript: false })
    await page.goto(`/searches/${search}`)
    await page.getByLabel('X-ray or gamma: one minute more').click()
    assert.equal(await page.getByLabel('X-ray or gamma: minutes').inputValue(), '2')
    await page.getByRole('button', { name: 'Nothing, X-ray or gamma' }).click()
    await page.waitForSelector('#technique-x-ray.technique-card--used')
  })
  test('a whole step is answered and saved', async () => {
    const { page } = await aWindow(address, lane, { width: 390, javaScript: false })
    await page.goto(`/detections/${draft}/vehicle`)
    await page.getByLabel('Goods vehicle').check()
    await page.getByLabel('Load space').check()
    await page.getByLabel('Roof cut').check()
    for (const name of ['seals', 'cable', 'lock']) await page.locator(`[name=${name}][value=intact]`).check()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    assert.match(page.url(), /\/papers$/)
  })
})

test('with scripts the minus and plus move people without leaving the page', async () => {
  const { page } = await aWindow(address, lane, { width: 390 })
  await page.goto('/detections/new')
  await page.getByRole('button', { name: 'Adults, as stated: One more' }).click({ clickCount: 2 })
  assert.equal(await page.getByLabel('Adults, as stated', { exact: true }).inputValue(), '2')
})
