import { before, test } from 'node:test'
import { findsNothing } from '#test/axe'
import { aWindow, picture } from '#test/browser'
import { aSite } from '#test/site'
import { seedCases } from '../demonstration/seed-cases.store.ts'
import { stories } from '../demonstration/stories.ts'
import { penaltiesOfCase } from '../penalty/penalty.store.ts'
import { personsOfCase } from '../person/person.store.ts'
import { penalties } from '../wire.ts'

const site = await aSite({ wirings: [penalties], site: 'centre', now: '2026-06-01T09:00:00Z' })
const caseworker = site.signedInAs('caseworker')
const senior = site.signedInAs('senior-officer')
const address = await site.listen()
const [reported, near, proposed, , issued, objected] = stories.map(({ id }) => id)

before(async () => {
  await seedCases(site.db, site.clock)
  for (const id of [near, proposed, issued, objected]) for (const asker of [caseworker, senior]) await asker.post(`/cases/${id}/reason`, { reason: 'checking' })
})

const firstPenalty = async (caseId: string | undefined, capacity: string) => (await penaltiesOfCase(site.db, caseId ?? '')).find((penalty) => penalty.capacity === capacity)?.id
const firstPerson = async (caseId: string | undefined) => (await personsOfCase(site.db, caseId ?? ''))[0]?.id

const screens = [
  { name: 'cases', asker: caseworker, path: async () => '/cases' },
  { name: 'counts', asker: site.signedInAs('analyst'), path: async () => '/cases/counts' },
  { name: 'refer', asker: caseworker, path: async () => '/cases/new' },
  { name: 'cases-filtered-empty', asker: caseworker, path: async () => '/cases?place=calais&overdue=yes&mine=yes' },
  { name: 'why', asker: caseworker, path: async () => `/cases/${reported}` },
  { name: 'case-gathering', asker: caseworker, path: async () => `/cases/${near}` },
  { name: 'case-proposed', asker: senior, path: async () => `/cases/${proposed}` },
  { name: 'case-objected', asker: senior, path: async () => `/cases/${objected}` },
  { name: 'case-looks', asker: senior, path: async () => `/cases/${objected}?timeline=looks` },
  { name: 'person-add', asker: caseworker, path: async () => `/cases/${near}/persons/new` },
  { name: 'person-correct', asker: caseworker, path: async () => `/cases/${near}/persons/${await firstPerson(near)}` },
  { name: 'person-actions', asker: caseworker, path: async () => `/cases/${proposed}/persons/${(await personsOfCase(site.db, proposed ?? '')).find(({ capacity }) => capacity === 'hirer')?.id}/actions` },
  { name: 'person-size', asker: caseworker, path: async () => `/cases/${proposed}/persons/${(await personsOfCase(site.db, proposed ?? '')).find(({ capacity }) => capacity === 'hirer')?.id}/size` },
  { name: 'case-security', asker: caseworker, path: async () => `/cases/${proposed}/security` },
  { name: 'assessment', asker: caseworker, path: async () => `/cases/${proposed}/assessment` },
  { name: 'decide', asker: senior, path: async () => `/penalties/${await firstPenalty(proposed, 'owner')}/decision` },
  { name: 'penalty', asker: caseworker, path: async () => `/penalties/${await firstPenalty(issued, 'owner')}` },
  { name: 'objection', asker: caseworker, path: async () => `/penalties/${await firstPenalty(issued, 'driver')}/objection` },
  { name: 'decision-time', asker: caseworker, path: async () => `/penalties/${await firstPenalty(objected, 'owner')}/decision-time` },
  { name: 'determine', asker: senior, path: async () => `/penalties/${await firstPenalty(objected, 'owner')}/determination` },
]

for (const { name, asker, path } of screens) {
  test(`axe finds nothing on ${name}, wide by day and narrow by night`, async () => {
    for (const terminal of [{ width: 1440, theme: 'light' }, { width: 390, theme: 'dark', language: 'fr' }] as const) {
      const { page, context } = await aWindow(address, asker, terminal)
      await page.goto(await path())
      await picture(page, `${name}-${terminal.width}-${terminal.theme}`)
      await findsNothing(page)
      await context.close()
    }
  })
}
