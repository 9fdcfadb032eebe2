import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser } from '#test/browser'
import { startDemo, type Demo } from '#test/demo'
import { sendLorry, storyLorry } from '../../src/app/traffic/door.ts'
import { plateJpeg } from '../../src/app/traffic/draw-plate.ts'
import { seededRandom } from '../../src/app/traffic/random.ts'
import { choose, fill, follow, heading, looksRight, press, signIn, type Person } from './people.ts'

/**
 * One lorry through all of it, in a real browser, against the processes that `npm start` runs: read in a lane at Calais,
 * searched, people found, a case, three persons, decisions, notices, objections on the last day and the day after, a
 * determination, payments, a ledger that balances and a case that closes.
 */
describe('one lorry, from plate read to paid penalty', () => {
  let demo: Demo
  let browser: Browser
  let lane: Person
  let caseworker: Person
  let senior: Person
  let otherSenior: Person
  let finance: Person
  let caseUrl = ''
  const penalties = { driver: '', owner: '' }

  before(async () => {
    ;[demo, browser] = await Promise.all([startDemo(), openBrowser()])
    lane = await signIn(browser, demo.at('calais'), 'Robin Farthing')
    caseworker = await signIn(browser, demo.at('centre'), 'Alex Inkpenny')
    senior = await signIn(browser, demo.at('centre'), 'Jo Gravelstone')
    otherSenior = await signIn(browser, demo.at('centre'), 'Lee Slatewell')
    finance = await signIn(browser, demo.at('centre'), 'Sam Pennyweight')
  })
  after(() => demo?.stop())

  test('a listed lorry arrives, and the hit appears on the lane board by itself', async () => {
    const { page } = lane
    await page.goto('/lanes')
    await sendLorry({ port: 'calais', url: demo.at('calais') }, storyLorry, 1)
    await page.getByText('CHECK', { exact: false }).first().waitFor()
    await looksRight(lane, 'lane-board', ['en', 'fr'])
  })

  test('an officer acknowledges it with a reason, compares the picture, and confirms it', async () => {
    const { page } = lane
    await follow(page, /^Acknowledge/)
    await looksRight(lane, 'acknowledge', ['en', 'fr'])
    await press(page, 'Going to the vehicle now')
    await looksRight(lane, 'hit', ['en', 'fr'])
    await press(page, /^Same plate/)
  })

  test('a search is opened and recorded technique by technique', async () => {
    const { page } = lane
    await looksRight(lane, 'open-search', ['en', 'fr'])
    await choose(page, /Where it is searched/, 'Search shed')
    await fill(page, /Officers searching/, 'R. Farthing (demo)')
    await press(page, 'Start the search')
    for (const [technique, result] of [['Dog', 'Alert'], ['CO₂ probe', 'Alert'], ['Heartbeat', 'Inconclusive'], ['Millimetre wave', 'Nothing'], ['X-ray or gamma', 'Nothing'], ['Look or open up', 'Alert']]) {
      await press(page, new RegExp(`^${result}, ${technique}`))
    }
    await looksRight(lane, 'search', ['en', 'fr'])
    assert.equal(await page.locator('.step-row').count(), 6)
  })

  test('people are found: who raised the alarm is asked first, and everything is recorded once', async () => {
    const { page } = lane
    await press(page, 'People found')
    await looksRight(lane, 'detection-alarm', ['en', 'fr'])
    await choose(page, /Who raised the alarm/, 'A dog')
    await choose(page, /Did the driver suspect/, 'Did not suspect')
    await fill(page, /Where in the port/, 'Search shed 2, inside the control zone')
    await fill(page, /^Adults, as stated/, '7')
    await fill(page, /^Children, as stated/, '1')
    await choose(page, /children’s welfare/, /Considered, and referred/)
    await fill(page, /Referred to whom/, 'Safeguarding lead, ref. SG-104')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-vehicle', ['en', 'fr'])
    await choose(page, /What kind of vehicle/, 'Goods vehicle')
    await choose(page, /Where were they/, 'Load space')
    await choose(page, /How did they get in/, 'Roof cut')
    await choose(page, /^Seals/, 'Whole')
    await choose(page, /Security cable/, 'Cut or broken')
    await choose(page, /^Locks/, 'Whole')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-papers', ['en', 'fr'])
    await choose(page, /security checklist/, 'Seen')
    await choose(page, /Written instructions/, 'Asked for, not produced')
    await page.locator('#driverName').fill('Ion Exemplu (demo)')
    await page.locator('#ownerName').fill('Transport manager')
    await page.locator('#ownerCompany').fill('Exemplu Trans SRL (demo)')
    await fill(page, /^Language/, 'Romanian')
    await choose(page, /^Interpreter/, 'By telephone')
    await fill(page, /In the driver’s words/, 'I checked the doors at the last stop, not the roof.')
    await fill(page, /Last stop, as told/, 'Services near Saint-Omer')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-photos', ['en', 'fr'])
    await page.locator('#photo').setInputFiles({ name: 'checklist.jpg', mimeType: 'image/jpeg', buffer: plateJpeg('CHECK1', seededRandom(2)) })
    await press(page, 'Keep photographs')
    await follow(page, 'Go on')

    await looksRight(lane, 'detection-scene', ['en', 'fr'])
    await choose(page, /Where are the people now/, 'Handed over to the French police')
    await fill(page, /Adults handed over/, '7')
    await fill(page, /Children handed over/, '1')
    await fill(page, /Receiving officer/, 'PAF 4471')
    await fill(page, /Receipt reference/, 'PAF-2026-118')
    await choose(page, /^The vehicle/, 'Released')
    await fill(page, /Officers present/, 'R. Farthing (demo)')
    await press(page, /Save and go on|Go on|Save/)

    await looksRight(lane, 'detection-check', ['en', 'fr'])
    await press(page, 'Record this detection')
    await looksRight(lane, 'detection', ['en', 'fr'])
    assert.match(await page.locator('main').innerText(), /8/)
  })
})
