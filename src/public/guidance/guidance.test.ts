import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { findsNothing } from '#test/axe'
import { aWindow } from '#test/browser'
import { aSite } from '#test/site'
import { calculator } from '../calculator/wire.ts'
import { ownCase } from '../../casework/penalties/wire.ts'
import { whatToDo } from './advice/what-to-do.ts'
import { guidance } from './wire.ts'

const site = await aSite({ wirings: [guidance, calculator, ownCase], site: 'centre', audience: 'public' })
const address = await site.listen()

describe('the public site', () => {
  test('has a first page of its own, from which each way in leads somewhere', async () => {
    const { body, statusCode } = await site.visitor.get('/')
    assert.equal(statusCode, 200)
    const ways = [...body.matchAll(/class="way-in[^"]*" href="([^"]+)"/g)].map(([, href]) => String(href))
    assert.equal(ways.length, 6)
    for (const way of ways) assert.equal((await site.visitor.get(way)).statusCode, 200, way)
  })

  for (const [theme, language, width] of [['light', 'en', 1440], ['dark', 'fr', 390]] as const) {
    test(`has nothing that axe finds and nothing wider than the window, ${theme}, ${language}, ${width} px`, async () => {
      const { page, context } = await aWindow(address, site.visitor, { theme, language, width })
      for (const path of ['/', '/someone-inside', '/if-you-disagree', '/before-you-go']) {
        await page.goto(path)
        await findsNothing(page)
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true, path)
      }
      await context.close()
    })
  }
})

test('whoever disagrees is told, in both languages, what a court can do and that it cannot increase', async () => {
  const [english, french] = [(await site.visitor.get('/if-you-disagree')).body, (await site.visitor.get('/if-you-disagree', { cookie: 'language=fr' })).body]
  assert.match(english, /<li>the sheriff, in Scotland<\/li>[\s\S]*<li>reduce it<\/li>[\s\S]*It cannot make the penalty larger/)
  assert.match(french, /<li>le sheriff, en Écosse<\/li>[\s\S]*<li>la réduire<\/li>[\s\S]*Il ne peut pas augmenter la sanction/)
})

describe('what to do when somebody may be inside', () => {
  const citesOf = (id: string) => whatToDo.filter((place) => place.id === id).flatMap(({ acts }) => acts.map(({ provision }) => provision?.cite))
  test('is, before the control, not to go on and to tell the police', () => {
    assert.deepEqual(citesOf('before').slice(0, 2), ['S.I. 2002/2817 reg. 2D(5)', 'S.I. 2002/2817 reg. 2D(2)'])
  })
  test('is, at the control, to tell an immigration officer', () => {
    assert.equal(citesOf('at')[0], 'S.I. 2002/2817 reg. 2D(4)')
  })
  test('names the police’s number where there is one to call', () => {
    const told = (id: string) => whatToDo.find((place) => place.id === id)?.acts.map(({ en }) => en).join(' ') ?? ''
    assert.match(told('before'), /112/)
    assert.match(told('after'), /999/)
  })
})
