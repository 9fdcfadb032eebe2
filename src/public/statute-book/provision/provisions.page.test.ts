import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assess, everyProvision, slugOf } from '#law'
import { findsNothing } from '#test/axe'
import { aWindow } from '#test/browser'
import { aSite } from '#test/site'
import { day } from '#values'
import { statuteBook } from '../wire.ts'

const site = await aSite({ wirings: [statuteBook], site: 'centre', audience: 'public' })
const address = await site.listen()

describe('the law, for anybody', () => {
  test('lists every provision, and each has a page that says since when', async () => {
    const { body } = await site.visitor.get('/law')
    const addresses = [...body.matchAll(/href="(\/law\/[^"]+)"/g)].map(([, href]) => String(href))
    assert.deepEqual(everyProvision.map(({ cite }) => `/law/${slugOf(cite)}`).filter((each) => !addresses.includes(each)), [])
    for (const each of addresses) assert.equal((await site.visitor.get(each)).statusCode, 200, each)
  })
  test('says the maximum before and after the reform, in money', async () => {
    const { body } = await site.visitor.get('/law/s-i-2002-2817-reg-3')
    assert.match(body, /one person: £10,000[\s\S]*one person: £2,000/)
  })
  test('is read in French too', async () => {
    const { body } = await site.visitor.get('/law/s-i-2002-2817-reg-6', { cookie: 'language=fr' })
    assert.match(body, /L’objection est présentée/)
    assert.match(body, /jours : 28/)
  })
  test('answers what is no provision with a page that says so', async () => assert.equal((await site.visitor.get('/law/s-i-1066-1')).statusCode, 404))
  test('has a page for every rule that a ladder can name', () => {
    const pages = new Set(everyProvision.map(({ cite }) => slugOf(cite)))
    const incidents = [['32', '2024-06-01'], ['31A', '2024-06-01'], ['32', '2026-02-01'], ['32', '2020-01-01']] as const
    const persons = [{ id: 'a', capacity: 'driver', underContractWith: 'b' }, { id: 'b', capacity: 'owner', businessSize: 'small' }, { id: 'b', capacity: 'hirer' }] as const
    const cites = incidents.flatMap(([section, occurredOn]) => assess({ incident: { occurredOn: day(occurredOn), place: 'calais', transporter: 'goods-vehicle', section, entrants: 3 }, persons }).persons.flatMap(({ steps }) => steps.map(({ cite }) => cite)))
    assert.deepEqual([...new Set(cites)].filter((cite) => !pages.has(slugOf(cite))), [])
  })

  for (const [theme, language, width] of [['light', 'en', 1440], ['dark', 'fr', 390]] as const) {
    test(`has nothing that axe finds and nothing wider than the window, ${theme}, ${language}, ${width} px`, async () => {
      const { page, context } = await aWindow(address, site.visitor, { theme, language, width })
      for (const path of ['/law', '/law/not-settled', '/law/s-i-2002-2817-reg-2a']) {
        await page.goto(path)
        await findsNothing(page)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true, path)
        if (process.env['SCREENSHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SCREENSHOTS']}/${path.replaceAll('/', '_')}-${width}.png`, fullPage: true })
      }
      await context.close()
    })
  }
})
