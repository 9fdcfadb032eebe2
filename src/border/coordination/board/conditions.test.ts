import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { beginCondition, conditionNames, endCondition } from '#platform/health'
import { findsNothing } from '#test/axe'
import { openBrowser, picture } from '#test/browser'
import { aSite } from '#test/site'
import { instant } from '#values'
import { arrivals } from '../../arrivals/wire.ts'
import { examinations } from '../../examinations/wire.ts'
import { coordination, lanes } from '../wire.ts'

const since = instant('2026-03-10T07:40:00Z')
const wirings = [lanes, arrivals, examinations, coordination]
const port = await aSite({ wirings })
const centre = await aSite({ wirings: [arrivals, examinations, coordination], site: 'centre' })

describe('what holds at a port', () => {
  const officer = port.signedInAs('lane-officer')
  const director = centre.signedInAs('duty-officer-uk')

  test('is said on its lane board, in English and in French, with the time it began', async () => {
    await beginCondition(port.db, { site: 'calais', name: 'disk-full', since })
    assert.match((await officer.get('/lanes')).body, /Disk full since 08:40: plates are read and checked in the room kept in reserve/)
    assert.match((await officer.get('/lanes', { cookie: `${officer.cookie}; language=fr` })).body, /Disque plein depuis 08:40/)
  })

  test('is said at the centre under that port', async () => {
    await beginCondition(centre.db, { site: 'dunkerque', name: 'cameras-refused', since })
    assert.match((await director.get('/board')).body, /id="port-conditions-dunkerque"><div role="status"><ul[^>]*><li class="site-conditions__one site-conditions__one--stops">Cameras are being refused since 08:40/)
  })

  test('is gone when it is over', async () => {
    await endCondition(port.db, { site: 'calais', name: 'disk-full' })
    assert.doesNotMatch((await officer.get('/lanes')).body, /site-conditions/)
  })

  test('can be read at a desk by day and on a phone by night', async () => {
    for (const name of conditionNames) await beginCondition(port.db, { site: 'calais', name, since })
    const address = await port.listen()
    for (const [width, colorScheme, language] of [[1280, 'light', 'en'], [390, 'dark', 'fr']] as const) {
      const context = await (await openBrowser()).newContext({ viewport: { width, height: 900 }, colorScheme, extraHTTPHeaders: { cookie: `${officer.cookie}; language=${language}` } })
      const page = await context.newPage()
      await page.goto(`${address}/lanes`)
      await findsNothing(page)
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `nothing runs over at ${width} px`)
      await picture(page, `conditions-${width}-${colorScheme}-${language}`)
      await context.close()
    }
  })
})
