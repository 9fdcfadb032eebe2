import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { z } from 'zod'
import { announce, refuse } from '#platform/decisions'
import { grant, right } from '#platform/identity'
import { aSite } from '#test/site'
import { action, formPage, inBoth, live, page, type Wiring } from './door.ts'

const read = right('lorry.read', grant('lane-officer', { ownPort: true }), grant('auditor'))
const write = right('lorry.write', grant('lane-officer', { states: ['open'] }))
const kept: unknown[] = []

const lorries: Wiring = {
  nav: [{ href: '/lorries', en: 'Lorries', fr: 'Camions', right: read }],
  pages: [
    page({
      path: '/lorries/:port',
      right: read,
      template: 'platform/web/not-done.njk',
      params: z.object({ port: z.enum(['calais', 'dunkerque']) }),
      query: z.object({ count: z.coerce.number().int().optional() }),
      subject: async ({ params }) => ({ site: params.port }),
      show: async ({ query }) => ({ sentences: [`count ${String(query.count)}`], back: '/<b>' }),
    }),
    formPage({
      path: '/lorries/:state/note',
      right: write,
      template: 'platform/web/trial-form.test.njk',
      params: z.object({ state: z.string() }),
      form: z.object({
        note: z.string().min(1, inBoth('Enter a note', 'Saisissez une note')),
        seenOn: z.iso.date('Enter a day').optional(),
        tools: z.array(z.string()),
        photo: z.instanceof(Object).optional(),
      }),
      refusals: { 'no-more-notes': { en: 'There is no room for more notes', fr: 'Plus de place' } },
      subject: async ({ state }) => ({ state }),
      show: async () => ({ values: { note: 'proposed' } }),
      submit: async (_params, form) => {
        kept.push(form)
        return form.note === 'too many' ? refuse('no-more-notes') : announce({ type: 'note-added' })
      },
      next: ({ state }, _form, { events }) => `/lorries/${state}?${events[0]?.type}`,
      done: { en: 'The note is kept', fr: 'La note est gardée' },
    }),
    action({ path: '/lorries/:state/go', right: write, submit: async () => refuse('not-yet'), refusals: { 'not-yet': { en: 'Not yet', fr: 'Pas encore' } }, next: () => '/' }),
    live({ path: '/lorries/live', right: read, topics: ['lorry'], fragments: async () => [] }),
  ],
}

const site = await aSite({ wirings: [lorries] })
const officer = site.signedInAs('lane-officer')

describe('who may open a page', () => {
  test('a visitor is sent to sign in and back', async () => {
    const answer = await site.visitor.get('/lorries/calais?count=3')
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, '/sign-in?next=%2Florries%2Fcalais%3Fcount%3D3')
  })
  test('a role without the right is told which roles have it', async () => {
    const answer = await site.signedInAs('finance').get('/lorries/calais')
    assert.equal(answer.statusCode, 403)
    assert.match(answer.body, /lane officer, auditor/)
  })
  test('an officer of one port may not see another port’s', async () => {
    assert.equal((await officer.get('/lorries/calais')).statusCode, 200)
    assert.equal((await officer.get('/lorries/dunkerque')).statusCode, 403)
    assert.equal((await site.signedInAs('auditor').get('/lorries/dunkerque')).statusCode, 200)
  })
  test('a thing in a state the right does not cover is refused', async () => {
    assert.equal((await officer.get('/lorries/closed/note')).statusCode, 403)
  })
  test('the navigation holds only what the officer may open', async () => {
    assert.match((await officer.get('/lorries/calais')).body, /href="\/lorries"/)
    assert.doesNotMatch((await site.signedInAs('finance').get('/shortcuts')).body, /href="\/lorries"/)
  })
})

describe('the address', () => {
  test('that names nothing possible is not found', async () => {
    assert.equal((await officer.get('/lorries/atlantis')).statusCode, 404)
  })
  test('with a filter that cannot be read says so', async () => {
    assert.equal((await officer.get('/lorries/calais?count=many')).statusCode, 400)
  })
  test('with a filter left blank has no filter', async () => {
    assert.match((await officer.get('/lorries/calais?count=')).body, /count undefined/)
  })
})

test('the first page is the first place this person may work in', async () => {
  assert.equal((await officer.get('/')).headers.location, '/lorries')
  assert.equal((await site.visitor.get('/')).headers.location, '/sign-in')
  assert.match((await site.signedInAs('finance').get('/')).body, /No place here for your role/)
})

test('text in a page is escaped', async () => {
  assert.match((await officer.get('/lorries/calais')).body, /href="\/&lt;b&gt;"/)
})

test('a signed-in page is not kept by the browser', async () => {
  assert.equal((await officer.get('/lorries/calais')).headers['cache-control'], 'no-store')
})

describe('a form', () => {
  test('shows what the page proposes', async () => {
    assert.match((await officer.get('/lorries/open/note')).body, /value="proposed"/)
  })
  test('with a mistake comes back with everything typed, the message twice and a marked title', async () => {
    const answer = await officer.post('/lorries/open/note', { note: '  ', seenOn: '2026-03-04' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /<title>Error: /)
    assert.equal(answer.body.split('Enter a note').length - 1, 2)
    assert.match(answer.body, /value="2026-03-04"/)
  })
  test('speaks the reader’s language', async () => {
    const answer = await site.app.inject({ method: 'POST', url: '/lorries/open/note', headers: { cookie: `${officer.cookie}; language=fr` }, payload: {} })
    assert.match(answer.body, /<title>Erreur\u00a0: /u)
    assert.match(answer.body, /Saisissez une note/)
  })
  test('takes a blank day as none, and one tick as a list of one', async () => {
    const answer = await officer.post('/lorries/open/note', { note: 'seal cut', seenOn: '', tools: 'dog' })
    assert.equal(answer.headers.location, '/lorries/open?note-added')
    assert.deepEqual(kept.at(-1), { note: 'seal cut', tools: ['dog'] })
  })
  test('that a rule refuses comes back with the rule’s words', async () => {
    const answer = await officer.post('/lorries/open/note', { note: 'too many' })
    assert.equal(answer.statusCode, 409)
    assert.match(answer.body, /There is no room for more notes/)
    assert.match(answer.body, /value="too many"/)
  })
  test('carries a photograph', async () => {
    const form = new FormData()
    form.set('note', 'with photo')
    form.set('photo', new Blob(['pixels'], { type: 'image/png' }), 'seal.png')
    assert.equal((await officer.post('/lorries/open/note', form)).statusCode, 303)
    assert.deepEqual(kept.at(-1), { note: 'with photo', tools: [], photo: { filename: 'seal.png', mediaType: 'image/png', bytes: Buffer.from('pixels') } })
  })
  test('says on the next page what was done, once', async () => {
    const answer = await officer.post('/lorries/open/note', { note: 'ok' })
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    const next = await site.app.inject({ url: '/shortcuts', headers: { cookie } })
    assert.match(next.body, /The note is kept/)
    const after = next.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
    assert.doesNotMatch((await site.app.inject({ url: '/shortcuts', headers: { cookie: after } })).body, /The note is kept/)
  })
})

test('a button that is refused answers with a page and the way back, which never leads to another website', async () => {
  const answer = await site.app.inject({ method: 'POST', url: '/lorries/open/go', headers: { cookie: officer.cookie, referer: 'https://elsewhere.example/lorries?x=1' } })
  assert.equal(answer.statusCode, 409)
  assert.match(answer.body, /Not yet/)
  assert.match(answer.body, /href="\/lorries\?x=1"/)
})

describe('a change asked for by another website', () => {
  const asked = (headers: Record<string, string>) => site.app.inject({ method: 'POST', url: '/lorries/open/go', headers: { cookie: officer.cookie, host: 'localhost', ...headers } })
  test('is refused, also when it is only another port of this machine', async () => {
    assert.equal((await asked({ 'sec-fetch-site': 'cross-site' })).statusCode, 403)
    assert.equal((await asked({ 'sec-fetch-site': 'same-site' })).statusCode, 403)
    assert.equal((await asked({ origin: 'http://localhost:4612' })).statusCode, 403)
    assert.equal((await asked({ origin: 'null' })).statusCode, 403)
  })
  test('from this site goes through', async () => {
    assert.equal((await asked({ 'sec-fetch-site': 'same-origin' })).statusCode, 409)
    assert.equal((await asked({ origin: 'http://localhost' })).statusCode, 409)
  })
})

test('a page whose address does not say who may come in stops the app', async () => {
  await assert.rejects(aSite({ wirings: [{ feeds: [{ name: 'open door', mount: (app) => void app.get('/open', async () => 'in') }] }] }), /does not say who may come in/)
})
