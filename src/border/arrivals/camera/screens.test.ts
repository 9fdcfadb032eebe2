import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { findsNothing } from '#test/axe'
import { aWindow, picture, type Terminal } from '#test/browser'
import { aSite } from '#test/site'
import { arrivals } from '../wire.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../../../../fixtures/cameras/${name}`, import.meta.url))
const calais = await aSite({ wirings: [arrivals] })
const address = await calais.listen()
const duty = calais.signedInAs('duty-officer-uk')
const key = 'a key of more than sixteen characters'
const post = (id: string, payload: Buffer | string) => calais.app.inject({ method: 'POST', url: `/cameras/calais-${id}/events?key=${encodeURIComponent(key)}`, payload })

for (const [ending, maker] of [['1-front', 'hikvision'], ['1-rear', 'plate-recognizer'], ['2-front', 'openalpr']] as const) await duty.post('/cameras/register', { ending, name: `Lane ${ending}`, maker, lane: ending.slice(0, 1), key })
for (let tries = 0; tries < 100 && (await post('1-front', fixture('hikvision/pictures.multipart'))).statusCode !== 200; tries++) await new Promise((resolve) => setTimeout(resolve, 20))
await post('1-rear', fixture('plate-recognizer/front-and-trailer.multipart'))
for (const junk of ['<EventNotificationAlert><eventType>ANPR</eventType>', '{"vehicle": true}', '\u0000\u0001\u0002 binary \u001b[31m', '<script>alert(1)</script><!DOCTYPE x>']) await post('1-rear', junk)
let waiting: string | undefined
for (let tries = 0; tries < 200 && waiting === undefined; tries++) {
  waiting = (await sql<{ id: string }>`select id from arrivals.quarantine offset 3`.execute(calais.db)).rows[0]?.id
  await new Promise((resolve) => setTimeout(resolve, 20))
}

const screens: Readonly<Record<string, string>> = { cameras: '/cameras', 'register-camera': '/cameras/register', quarantine: '/cameras/quarantine', 'quarantined-message': `/cameras/quarantine/${waiting}`, understand: '/understand', mappings: '/cameras/mappings', 'write-mapping': '/cameras/mappings/new', 'link-camera': '/cameras/calais-1-front/link' }
const terminals: Readonly<Record<string, Terminal>> = { 'desk-day-en': {}, 'phone-night-fr': { width: 390, height: 844, theme: 'dark', language: 'fr' } }

for (const [terminal, asked] of Object.entries(terminals)) {
  describe(terminal, async () => {
    const { page } = await aWindow(address, duty, asked)
    const looksRight = async (name: string): Promise<void> => {
      await picture(page, `${name}-${terminal}`)
      await findsNothing(page)
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), `${name} is wider than the screen`)
    }
    for (const [name, path] of Object.entries(screens)) {
      test(name, async () => {
        await page.goto(path)
        await looksRight(name)
      })
    }
    test('understand, answered', async () => {
      await page.goto('/understand')
      await page.locator('#message').fill(fixture('hikvision/forwarded-prefixed-empty-picture.multipart').toString())
      await page.locator('main form button.govuk-button').click()
      await page.locator('#meaning').waitFor()
      await looksRight('understand-answered')
    })
  })
}
