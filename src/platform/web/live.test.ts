import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { grants, right } from '#platform/identity'
import { roles } from '#values'
import { aSite } from '#test/site'
import { aWindow } from '#test/browser'
import { live, page } from './door.ts'

const see = right('board.see', ...grants(roles))
const cards = new Map<string, string>([['card-1', 'first']])

const fragment = (id: string) => ({ id, into: 'cards', at: 'first' as const, template: 'platform/web/trial-card.test.njk', view: { id, text: cards.get(id) } })
const board = page({ path: '/board', right: see, template: 'platform/web/trial-board.test.njk', show: async (_input, { clock }) => ({ cards: [...cards.keys()].map((id) => fragment(id).view), now: clock.now() }) })
const moving = live({
  path: '/board/live', right: see, topics: ['card'], calm: ['shelf'],
  follows: () => [{ topic: 'shelf', id: 'all' }],
  fragments: async (_input, _ctx, changed) => {
    if (changed?.topic === 'shelf') return [{ id: 'shelf', gone: true }]
    const ids = changed === undefined ? [...cards.keys()] : [changed.id]
    return ids.map((id) => (cards.has(id) ? fragment(id) : { id, gone: true as const }))
  },
})
const site = await aSite({ wirings: [{ pages: [board, moving] }] })
const address = await site.listen()

async function put(id: string, text: string | undefined): Promise<void> {
  if (text === undefined) cards.delete(id)
  else cards.set(id, text)
  await sql`select pg_notify('juxta', ${JSON.stringify({ topic: 'card', id })})`.execute(site.db)
}

describe('a live page', () => {
  test('moves when the database says something changed, and keeps the focus and the place of what one is on', async () => {
    const { page: window, context } = await aWindow(address, site.visitor, { height: 420 })
    await window.goto('/board')
    await window.locator('#card-1 button').focus()
    await window.waitForFunction("document.querySelector('[data-age-time]').dateTime !== ''")
    const before = await window.locator('#card-1').boundingBox()
    await put('card-2', 'second')
    await window.locator('#card-2').waitFor({ state: 'attached' })
    await put('card-1', 'first, acknowledged')
    await window.getByText('first, acknowledged').waitFor()
    const after = await window.locator('#card-1').boundingBox()
    assert.equal(Math.round(after?.y ?? 0), Math.round(before?.y ?? -1))
    assert.equal(await window.evaluate("document.activeElement.closest('article').id"), 'card-1')

    await put('card-2', undefined)
    await window.locator('#card-2').waitFor({ state: 'detached' })
    await context.close()
  })

  test('says that the link is cut, and shows everything that changed meanwhile when it is back', async () => {
    const { page: window, context } = await aWindow(address, site.visitor)
    await context.route('**/board/live', (route) => route.abort())
    await window.goto('/board')
    await window.locator('[data-age-lost]').waitFor({ state: 'visible' })
    await put('card-3', 'while away')
    await context.unroute('**/board/live')
    await window.getByText('while away').waitFor()
    await window.locator('[data-age-lost]').waitFor({ state: 'hidden' })
    await context.close()
  })

  test('is whole without JavaScript', async () => {
    const { page: window, context } = await aWindow(address, site.visitor, { javaScript: false })
    await window.goto('/board')
    assert.equal(await window.locator('#card-1').count(), 1)
    await context.close()
  })
})

test('a stream begins with all there is, in the reader’s language, and ends with the app', async () => {
  const answer = await fetch(`${address}/board/live`, { headers: { cookie: 'language=fr', accept: 'text/event-stream' } })
  assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('event: settled')) heard += (await reader?.read())?.value ?? ''
  assert.match(heard, /event: fragment\ndata: \{"id":"card-1","into":"cards","at":"first","html":"<article/)
  await reader?.cancel()
})

test('what changes many times at once is drawn a few times, and at last as it is', async () => {
  const answer = await fetch(`${address}/board/live`, { headers: { accept: 'text/event-stream' } })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('event: settled')) heard += (await reader?.read())?.value ?? ''
  cards.set('card-4', 'last of many')
  const all = sql`select count(pg_notify('juxta', json_build_object('topic', 'card', 'id', 'card-4', 'turn', turn)::text)) from generate_series(1, 500) as turn`
  await all.execute(site.db)
  heard = ''
  while (!heard.includes('event: settled')) heard += (await reader?.read())?.value ?? ''
  assert.ok(heard.split('last of many').length - 1 < 100)
  await reader?.cancel()
})

test('many changes of different things are each drawn at once, and what they all change a few times', async () => {
  const answer = await fetch(`${address}/board/live`, { headers: { accept: 'text/event-stream' } })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('event: settled')) heard += (await reader?.read())?.value ?? ''
  const ids = Array.from({ length: 100 }, (_, place) => `crate-${place}`)
  for (const id of ids) cards.set(id, `full ${id}.`)
  await sql`select count(pg_notify('juxta', json_build_object('topic', 'card', 'id', 'crate-' || place)::text)) from generate_series(0, 99) as place`.execute(site.db)
  heard = ''
  while (!ids.every((id) => heard.includes(`full ${id}.`)) || !heard.includes('"id":"shelf"')) heard += (await reader?.read())?.value ?? ''
  assert.ok(heard.split('"id":"shelf"').length - 1 < 50)
  await reader?.cancel()
})
