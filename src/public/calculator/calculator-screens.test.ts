import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findsNothing } from '#test/axe'
import { aWindow, picture, type Terminal } from '#test/browser'
import { aSite } from '#test/site'
import { calculator } from './wire.ts'

const site = await aSite({ wirings: [calculator], site: 'centre', audience: 'public' })
const address = await site.listen()
const pages = {
  asked: '/calculator',
  answered:
    '/calculator?section=32&occurredOn=2026-02-23&place=calais&transporter=goods-vehicle&entrants=8&driver=yes&driver-underContractWith=owner&owner=yes&owner-businessSize=medium&owner-complied=yes&owner-accredited=yes',
  mistaken: '/calculator?section=32&owner=yes',
  deadlines: '/calculator/deadlines?notice-issued=2024-03-01&objection-received=2024-03-11&became-responsible=2024-01-10',
}
const terminals: Readonly<Record<string, Terminal>> = {
  'desk, day, English': { width: 1440 },
  'phone, night, French': { width: 390, height: 844, theme: 'dark', language: 'fr' },
}

describe('the calculator as a person meets it', () => {
  for (const [terminalName, terminal] of Object.entries(terminals)) {
    for (const [name, url] of Object.entries(pages)) {
      test(`${name}: ${terminalName}: nothing for axe, nothing wider than the window`, async () => {
        const { page, context } = await aWindow(address, site.visitor, terminal)
        await page.goto(url)
        await picture(page, `calculator-${name}-${terminal.width}`)
        await findsNothing(page)
        const spill = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
        assert.equal(spill, 0)
        await context.close()
      })
    }
  }

  test('works without JavaScript, from the first question to the amount', async () => {
    const { page, context } = await aWindow(address, site.visitor, { javaScript: false })
    await page.goto('/calculator')
    await page.getByRole('radio', { name: 'People were found hidden' }).check()
    await page.getByLabel('On which day?').fill('2023-02-23')
    await page.getByLabel('How many people were found hidden?').fill('8')
    await page.getByRole('checkbox', { name: 'The owner of the vehicle' }).check()
    await page.getByText('Facts about the owner of the vehicle').click()
    await page.locator('#owner-businessSize').selectOption('medium')
    await page.getByRole('button', { name: 'Show me' }).click()
    assert.match(await page.locator('.answer').innerText(), /£36,000/)
    await context.close()
  })
})
