import { z } from 'zod'
import { page, type PageContext } from '#platform/web'
import { readCase } from '../case/case.store.ts'
import { insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { capacityWords } from '../case/words.ts'
import { likelyShown } from '../limits.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf, type Person } from '../person/person.ts'
import { judgeDuplicates, seeCases } from '../rights.ts'
import { likelyByNumber, likelyOf, otherRecords, sameParty, type LikelyPair, type Likeness } from './party.store.ts'

const likenessWords: Readonly<Record<Likeness, string>> = { 'number': 'The same registered number', 'name-and-birth': 'The same name and day of birth', 'name': 'A name much like it' }

/** Where else the persons of a case stand, and who may be one of them under another record. */
export const casePartiesPage = page({
  path: '/cases/:id/parties',
  right: seeCases,
  template: 'casework/penalties/party/case-parties.njk',
  params: z.object({ id: z.uuid() }),
  subject: ({ params }, ctx) => subjectOfCase(params, ctx),
  show: ({ params: { id } }, ctx) => insideCase(ctx, { caseId: id, what: 'where else its persons stand', comeBackTo: `/cases/${id}/parties` }, () => view(ctx, id)),
})

async function view({ db }: PageContext, id: string) {
  const [found, persons, likely] = await Promise.all([readCase(db, id), personsOfCase(db, id), likelyOf(db, id, likelyShown)])
  if (found === undefined) return undefined
  const known = await Promise.all(persons.map(async (person) => ({ name: nameOf(person), capacity: capacityWords[person.capacity], personId: person.id, others: await others(db, person) })))
  return { found, heading: `Where else the persons of ${found.reference} stand`, known, likely: likely.map((pair) => ({ ...inWords(pair), name: nameIn(persons, pair.personId) })) }
}

async function others(db: PageContext['db'], { partyId, caseId }: Person) {
  const records = await otherRecords(db, await sameParty(db, partyId), caseId)
  return records.map((record) => ({ ...record, capacity: capacityWords[record.capacity].toLowerCase() }))
}

function nameIn(persons: readonly Person[], personId: string): string {
  const person = persons.find(({ id }) => id === personId)
  return person === undefined ? '' : nameOf(person)
}

function inWords(pair: LikelyPair) {
  return { ...pair, by: likenessWords[pair.by], capacity: capacityWords[pair.capacity].toLowerCase(), href: `/parties/${pair.personId}/${pair.otherPersonId}` }
}

/** Records with one number in different cases that nobody has judged. No name stands here: each line leads to a comparison that asks why. */
export const likelyPartiesPage = page({
  path: '/parties',
  right: judgeDuplicates,
  template: 'casework/penalties/party/likely-parties.njk',
  show: async (_input, { db }) => ({ pairs: (await likelyByNumber(db, likelyShown)).map(inWords), most: likelyShown }),
})
