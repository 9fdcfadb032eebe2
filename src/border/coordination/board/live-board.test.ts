import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import type { Database } from '#platform/database'
import { newId } from '#platform/identity'
import type { PlateRead } from '#border/arrivals'
import { currentMatchSet, seedWatchlists } from '#border/watchlists'
import { findsNothing } from '#test/axe'
import { aWindow } from '#test/browser'
import { aSite } from '#test/site'
import { plate } from '#values'
import { followReads } from '../../arrivals/crossing/follow-reads.feed.ts'
import { arrivals } from '../../arrivals/wire.ts'
import { examinations } from '../../examinations/wire.ts'
import { watchlists } from '../../watchlists/wire.ts'
import { coordination, lanes } from '../wire.ts'

const calais = await aSite({ wirings: [lanes, arrivals, examinations, coordination, watchlists] })
await seedWatchlists(calais.db, calais.clock, { plate: 'B84KLG', country: 'RO' })
// A second person has agreed that these are to be stopped.
await sql`update watchlists.entry set confirmed_by = 'second' where handling = 'stop'`.execute(calais.db)
const matchSet = currentMatchSet(calais.db, 'calais', { subscribe: async () => () => {} })
const follow = followReads({ db: calais.db, port: 'calais', clock: calais.clock, matchSet, facing: async () => () => null })
const address = await calais.listen()
const officer = calais.signedInAs('lane-officer')

function aRead(asWritten: string, lane: string): PlateRead {
  const at = calais.clock.now()
  return {
    id: newId(), site: 'calais', cameraId: `calais-${lane}`, lane, direction: null, capturedAt: at, receivedAt: at, plate: plate(asWritten), plateAsRead: asWritten, cameraHint: null,
    country: 'RO', confidence: 0.9, characterConfidence: null, candidates: [], passageHint: null, state: 'final', format: 'hikvision', rawSha256: '', images: [],
  }
}

/** The row of a search at Dunkerque, as replication brings it. */
async function searchElsewhere(db: Database, outcome: string): Promise<void> {
  await sql`
    insert into examinations.search (id, site, stage, tractor_plate, country, layer, lane, officers, opened_at, opened_by, steps, outcome, ended_at)
    values (${newId()}, 'dunkerque', 'ended', 'B84KLG', 'RO', 'freight-search', '2', '{}', now(), 'Officer', '[]', ${outcome}, now())`.execute(db)
}

/** A listed vehicle that is to be stopped comes onto the board. */
async function stops(asWritten: string, lane: string, page: Page): Promise<void> {
  await follow([aRead(asWritten, lane)])
  await page.locator('.hit-card--stop').filter({ hasText: asWritten }).first().waitFor()
}

const countingTones = 'window.tones = 0; const start = OscillatorNode.prototype.start; OscillatorNode.prototype.start = function (...when) { window.tones += 1; return start.apply(this, when) }'
const tones = (page: Page): Promise<unknown> => page.evaluate('window.tones')

describe('the lane board in a browser', () => {
  test('shows a lane that was not there, and the card of a hit, by itself; and lets go of it when it is closed elsewhere', async () => {
    const { page, context } = await aWindow(address, officer, { theme: 'dark' })
    await page.goto('/lanes')
    await page.getByText('No open hits').waitFor()
    await follow([aRead('AA11AAA', '7')])
    await page.getByRole('link', { name: 'Lane 7' }).waitFor()
    assert.equal(await page.getByText('No vehicle yet').count(), 0)
    await follow([aRead('B84KLG', '3')])
    const card = page.locator('.hit-card')
    await card.waitFor()
    assert.equal(await page.getByText('No open hits').count(), 0)
    const tall = await card.getByRole('link', { name: 'Acknowledge' }).boundingBox()
    assert.ok((tall?.height ?? 0) >= 64, `${tall?.height} px is too small for a glove`)
    const id = (await card.getAttribute('id'))?.replace('hit-', '')
    assert.equal((await officer.post(`/hits/${id}/dismiss`, { code: 'misread', own: '' })).statusCode, 303)
    await card.waitFor({ state: 'detached' })
    await context.close()
  })

  test('says on the open card, by itself, that another port has searched the vehicle', async () => {
    await follow([aRead('B84KLG', '5')])
    const { page, context } = await aWindow(address, officer)
    await page.goto('/lanes')
    const card = page.locator('.hit-card')
    await card.waitFor()
    assert.equal(await card.getByText('Searched').count(), 0)
    await calais.db.transaction().execute((tx) => searchElsewhere(tx, 'refused'))
    await card.locator('.hit-card__notes').getByText('Vehicle refused').waitFor()
    assert.match(await card.locator('.hit-card__notes').innerText(), /Searched\s+Dunkerque, lane 2 · Vehicle refused/)
    const id = (await card.getAttribute('id'))?.replace('hit-', '')
    await officer.post(`/hits/${id}/dismiss`, { code: 'misread', own: '' })
    await context.close()
  })

  test('is whole without JavaScript', async () => {
    await follow([aRead('CJ09DRS', '2')])
    const { page, context } = await aWindow(address, officer, { javaScript: false, language: 'fr' })
    await page.goto('/lanes')
    await page.getByRole('link', { name: 'Prendre en charge' }).click()
    await page.getByRole('button', { name: 'Je vais au véhicule' }).click()
    await page.getByRole('button', { name: 'Même plaque : ouvrir la fouille' }).click()
    assert.match(page.url(), /\/searches\/open\?crossing=/)
    assert.equal(await page.locator('input[name="tractorPlate"]').inputValue(), 'CJ09DRS')
    await context.close()
  })

  test('sounds once for each vehicle to be stopped, where somebody at this terminal has asked for it', async () => {
    const { page, context } = await aWindow(address, officer)
    await context.addInitScript(countingTones)
    await page.goto('/lanes')
    await stops('CJ09DRS', '1', page)
    assert.equal(await tones(page), 0)
    await page.getByRole('checkbox', { name: 'Sound when a vehicle is to be stopped' }).check()
    await page.waitForFunction('window.tones === 2', undefined)
    await follow([aRead('PH21KRM', '2')])
    await page.locator('.hit-card--look').first().waitFor()
    assert.equal(await tones(page), 2, 'a vehicle to be checked makes no sound')
    await stops('BT4471KP', '3', page)
    await page.waitForFunction('window.tones === 4')
    await page.reload()
    await page.getByText('Touch the screen once').waitFor()
    await page.mouse.click(5, 5)
    await page.getByText('Touch the screen once').waitFor({ state: 'hidden' })
    assert.equal(await tones(page), 0, 'what stood on the board already is not sounded for')
    await context.close()
  })

  for (const [theme, language, width] of [['light', 'en', 1440], ['dark', 'fr', 390]] as const) {
    test(`has nothing that axe finds, ${theme}, ${language}, ${width} px`, async () => {
      const { page, context } = await aWindow(address, calais.signedInAs('duty-officer-uk'), { theme, language, width })
      for (const path of ['/lanes', '/board', '/hits', '/vehicles?plate=CJ09DRS&reason=test&reference=test', '/watchlists']) {
        await page.goto(path)
        await findsNothing(page)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true, `${path} is wider than ${width} px`)
      }
      await context.close()
    })
  }
})
