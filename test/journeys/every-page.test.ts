import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { may } from '#platform/identity'
import { routesOf } from '#platform/web'
import { roles, type Site } from '#values'
import { findsNothing } from '#test/axe'
import { aWindow, picture, type Terminal } from '#test/browser'
import { aSite, type Asker, type TestSite } from '#test/site'
import { mountContexts } from '../../src/app/wirings.ts'

/** The two ends, each looked at by day and by night: a desk in English, a phone in French. */
const terminals = [
  { width: 1440, theme: 'auto', language: 'en' },
  { width: 390, theme: 'auto', language: 'fr' },
] as const satisfies readonly Terminal[]

/** One browser draws about this many pages side by side before they wait for each other on two cores. */
const windowsAtOnce = 3

const doors: readonly { site: Site; audience: 'staff' | 'public' }[] = [
  { site: 'centre', audience: 'staff' },
  { site: 'calais', audience: 'staff' },
  { site: 'centre', audience: 'public' },
]

/** A page that two staff doors share is drawn by the same template, and looked at once. */
const looked = new Set<string>()

for (const { site, audience } of doors) {
  const door = await aSite({ site, audience, wirings: async (parts) => (await mountContexts(parts))[audience] })
  const address = await door.listen()
  const fresh = (await pagesOf(door, address)).filter(({ path }) => !looked.has(`${audience} ${path}`))
  fresh.forEach(({ path }) => looked.add(`${audience} ${path}`))

  describe(`each page at the ${audience} door of ${site}`, { concurrency: windowsAtOnce }, () => {
    for (const { path, asker } of fresh) {
      for (const terminal of terminals) {
        test(`${path} at ${terminal.width} pixels in ${terminal.language}, by day and by night`, () => look(address, path, asker, terminal))
      }
    }
  })
}

interface Visit {
  readonly path: string
  readonly asker: Asker
}

/** Every address without a parameter that answers with a page, asked for by the first person who may open it. */
async function pagesOf(door: TestSite, address: string): Promise<readonly Visit[]> {
  const open = routesOf(door.app).filter(({ method, url }) => method === 'GET' && !/[:*]|^\/(assets|sign-in\/)/.test(url))
  const visits = open.flatMap(({ url, right }) => {
    const role = roles.find((one) => may(door.signedInAs(one).officer, right))
    return role === undefined ? [] : [{ path: url, asker: url === '/sign-in' || role === 'visitor' ? door.visitor : door.signedInAs(role) }]
  })
  const arePages = await Promise.all(visits.map((visit) => isPage(address, visit)))
  return visits.filter((_visit, place) => arePages[place])
}

async function isPage(address: string, { path, asker }: Visit): Promise<boolean> {
  const answer = await fetch(address + path, { headers: { cookie: asker.cookie }, redirect: 'manual' })
  await answer.body?.cancel()
  return answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith('text/html')
}

async function look(address: string, path: string, asker: Asker, terminal: Terminal & { readonly width: number }): Promise<void> {
  const { page, context } = await aWindow(address, asker, terminal)
  try {
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(fault.message))
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
    await page.goto(path)
    assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth')) <= terminal.width, 'nothing sticks out at the side')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate('document.activeElement.hash'), '#main-content', 'the keyboard begins with the way past the places')
    await page.evaluate('document.activeElement.blur()')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await picture(page, `${new URL(address).port}${path.replaceAll('/', '_')}-${terminal.width}-${colorScheme}`)
      await findsNothing(page)
    }
    assert.deepEqual(faults, [], 'the browser complains of nothing')
  } finally {
    await context.close()
  }
}
