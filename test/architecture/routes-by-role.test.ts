import assert from 'node:assert/strict'
import { request, type IncomingMessage } from 'node:http'
import { describe, test } from 'node:test'
import { may, newId, type Right } from '#platform/identity'
import { routesOf, type OpenRoute } from '#platform/web'
import { roles, type Site } from '#values'
import { aSite, type Asker, type TestSite } from '#test/site'
import { mountContexts } from '../../src/app/wirings.ts'

const doors: readonly { site: Site; audience: 'staff' | 'public' }[] = [
  { site: 'calais', audience: 'staff' },
  { site: 'centre', audience: 'staff' },
  { site: 'centre', audience: 'public' },
]

// All of them before the first test: one that was over before the next door stood would be taken for the last, and the doors be closed.
const opened = await Promise.all(doors.map(async ({ site, audience }) => {
  const door = await aSite({ site, audience, wirings: async (parts) => (await mountContexts({ ...parts, rootFolder: parts.folder }))[audience] })
  return { site, audience, door, address: await door.listen() }
}))

for (const { site, audience, door, address } of opened) {
  const routes = routesOf(door.app).filter(({ method }) => method !== 'HEAD')

  describe(`at the ${audience} door of ${site}`, () => {
    test('there are ways in to try', () => assert.ok(routes.length > 5))
    for (const role of roles) {
      const asker = role === 'visitor' ? door.visitor : door.signedInAs(role)
      test(`the ${role} is let in where the rights say so, and nowhere else`, () => tryEach(door, address, asker, routes))
    }
  })
}

async function tryEach(door: TestSite, address: string, asker: Asker, routes: readonly OpenRoute[]): Promise<void> {
  const wrong: string[] = []
  for (const route of routes) {
    const met = await knock(address, asker, route)
    const said = expected(asker, route.right)
    if (!said.includes(met)) wrong.push(`${route.method} ${route.url} (${route.right.act}): met ${met}, the right says ${said.join(' or ')}`)
  }
  assert.deepEqual(wrong, [], `${asker.officer.role} at ${door.site}`)
}

type Met = 'let in' | 'sent to sign in' | 'refused' | 'failed'

function expected({ officer }: Asker, right: Right): readonly Met[] {
  if (!may(officer, right)) return [officer.role === 'visitor' ? 'sent to sign in' : 'refused']
  const mine = right.grants.filter(({ role }) => role === officer.role)
  const always = mine.some(({ states, ownPort }) => states === undefined && ownPort === undefined)
  // Where the right is limited to a port or a stage, the thing itself decides, and its own tests say how.
  return always ? ['let in'] : ['let in', officer.role === 'visitor' ? 'sent to sign in' : 'refused']
}

async function knock(address: string, { cookie }: Asker, { method, url }: OpenRoute): Promise<Met> {
  const path = url.replace(/:\w+(\([^)]*\))?/g, () => newId()).replace('*', 'anything')
  // Each on a connection of its own: one that is kept may be closed by the site just as the next question is sent on it.
  const answer = await new Promise<IncomingMessage>((resolve, reject) => request(address + path, { method, headers: { cookie }, agent: false }, resolve).on('error', reject).end())
  answer.destroy()
  return meaning(answer)
}

function meaning({ statusCode: status = 0, headers }: IncomingMessage): Met {
  if (status === 401 || (headers.location ?? '').startsWith('/sign-in?next=')) return 'sent to sign in'
  if (status === 403) return 'refused'
  return status >= 500 && status !== 503 ? 'failed' : 'let in'
}
