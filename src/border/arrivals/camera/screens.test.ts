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
await duty.post('/cameras/calais-2-front/link', { by: 'hikvision-alerts', url: 'http://192.0.2.17:80', channel: '1', user: 'juxta', password: 'a password' })
await sql`insert into arrivals.camera_line (camera_id, site, state, reason, detail, since_at, heard_at, missing_from, tries) values ('calais-2-front', 'calais', 'down', 'address-not-allowed', '192.0.2.17 is outside the networks of cameras', '2026-03-10T08:40:00Z', '2026-03-10T08:39:50Z', '2026-03-10T08:39:50Z', 14) on conflict (camera_id) do update set state = 'down', since_at = excluded.since_at, missing_from = excluded.missing_from`.execute(calais.db)
let waiting: string | undefined
for (let tries = 0; tries < 200 && waiting === undefined; tries++) {
  waiting = (await sql<{ id: string }>`select id from arrivals.quarantine offset 3`.execute(calais.db)).rows[0]?.id
  await new Promise((resolve) => setTimeout(resolve, 20))
}

const screens: Readonly<Record<string, string>> = { cameras: '/cameras', camera: '/cameras/calais-1-front', 'place-camera': '/cameras/calais-1-front/place', 'change-key': '/cameras/calais-1-front/key', 'set-clock': '/cameras/calais-1-front/clock', 'register-camera': '/cameras/register', quarantine: '/cameras/quarantine', 'quarantined-message': `/cameras/quarantine/${waiting}`, understand: '/understand', mappings: '/cameras/mappings', 'write-mapping': '/cameras/mappings/new', 'link-camera': '/cameras/calais-1-front/link', 'camera-with-line': '/cameras/calais-2-front' }
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
