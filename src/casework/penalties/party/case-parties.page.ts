import { z } from 'zod'
import { page, type PageContext } from '#platform/web'
import type { CalendarDate } from '#values'
import { readCase } from '../case/case.store.ts'
import { insideCase, subjectOfCase } from '../case/enter-case.page.ts'
import { pagesOf } from '../case/pages-of.ts'
import { capacityWords } from '../case/words.ts'
import { likelyShown } from '../limits.ts'
import { personsOfCase } from '../person/person.store.ts'
import { nameOf, type Person } from '../person/person.ts'
import { judgeDuplicates, seeCases } from '../rights.ts'
import { countLikely, likelyOf, likelyPairs, likenesses, type LikelyPair, type Likeness } from './likely-party.store.ts'
import { reviewOfMembership } from './membership-review.ts'
import { recordsOfParties, sameParty } from './party.store.ts'

const likenessWords: Readonly<Record<Likeness, string>> = { 'number': 'The same registered number', 'bare-number': 'The same number, once without its country', 'name-and-birth': 'The same name and day of birth', 'name': 'A name much like it' }

/** Where else the persons of a case stand, and who may be one of them under another record. */
export const casePartiesPage = page({
  path: '/cases/:id/parties',
  right: seeCases,
  template: 'casework/penalties/party/case-parties.njk',
  params: z.object({ id: z.uuid() }),
  subject: ({ params }, ctx) => subjectOfCase(params, ctx),
  show: ({ params: { id } }, ctx) => insideCase(ctx, { caseId: id, what: 'where else its persons stand', comeBackTo: `/cases/${id}/parties` }, () => view(ctx, id)),
})

async function view({ db, clock }: PageContext, id: string) {
  const [found, persons, likely] = await Promise.all([readCase(db, id), personsOfCase(db, id), likelyOf(db, id, likelyShown)])
  if (found === undefined) return undefined
  const known = await Promise.all(persons.map(async (person) => ({ name: nameOf(person), capacity: capacityWords[person.capacity], personId: person.id, ...(await elsewhere(db, person, clock.today())) })))
  return { found, heading: `Where else the persons of ${found.reference} stand`, known, likely: likely.map((pair) => ({ ...inWords(pair), name: nameIn(persons, pair.personId) })) }
}

/** Their other cases, and, for a member of the accreditation scheme, whether all of them together call for a look at the membership. */
async function elsewhere(db: PageContext['db'], { partyId, caseId, facts }: Person, today: CalendarDate) {
  const records = await recordsOfParties(db, await sameParty(db, partyId))
  const review = reviewOfMembership(records, today)
  return {
    others: records.filter((record) => record.caseId !== caseId).map((record) => ({ ...record, capacity: capacityWords[record.capacity].toLowerCase() })),
    review: facts.accreditedAtIncident && review.value ? review : undefined,
  }
}

function nameIn(persons: readonly Person[], personId: string): string {
  const person = persons.find(({ id }) => id === personId)
  return person === undefined ? '' : nameOf(person)
}

function inWords(pair: LikelyPair) {
  return { ...pair, by: likenessWords[pair.by], capacity: capacityWords[pair.capacity].toLowerCase(), href: `/parties/${pair.personId}/${pair.otherPersonId}` }
}

/**
 * Records of different cases that may be one person and that nobody has judged, the surest first. No name stands here: each line leads to a
 * comparison that asks why.
 */
export const likelyPartiesPage = page({
  path: '/parties',
  right: judgeDuplicates,
  template: 'casework/penalties/party/likely-parties.njk',
  query: z.object({ by: z.enum(likenesses).optional(), page: z.coerce.number().int().min(1).max(1000).default(1) }),
  show: async ({ query: { by, page: place } }, { db }) => {
    const counts = await countLikely(db)
    const pairs = await likelyPairs(db, by, { limit: likelyShown, offset: (place - 1) * likelyShown })
    const count = by === undefined ? [...counts.values()].reduce((sum, each) => sum + each, 0) : counts.get(by) ?? 0
    return {
      by, count, pairs: pairs.map(inWords),
      kinds: likenesses.map((likeness) => ({ likeness, text: likenessWords[likeness], count: counts.get(likeness) ?? 0, current: likeness === by })),
      pages: pagesOf(place, { count, onAPage: likelyShown, address: (other) => `/parties?${by === undefined ? '' : `by=${by}&`}page=${other}` }),
    }
  },
})
