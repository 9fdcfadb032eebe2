import { sql, type RawBuilder } from 'kysely'
import type { Capacity } from '#law'
import type { Database } from '#platform/database'
import type { Window } from '../case/case-list.store.ts'
import type { ActionOfCase } from '../case/required-actions.ts'
import { likelyShown, personsComparedAtOnce } from '../limits.ts'
import { sameAs } from './party.store.ts'

/** Why two records may be one person, surest first. */
export const likenesses = ['number', 'bare-number', 'name-and-birth', 'name'] as const
export type Likeness = (typeof likenesses)[number]

export interface LikelyPair {
  readonly personId: string
  readonly otherPersonId: string
  readonly reference: string
  readonly otherReference: string
  readonly capacity: Capacity
  readonly by: Likeness
}

/** Looks for records like those of some persons who were recorded or corrected. Answers whether there may be more of them. */
export async function compareDue(db: Database): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ person_id: string }>`
      delete from penalties.likeness_due where id in (select id from penalties.likeness_due order by id limit ${personsComparedAtOnce} for update)
      returning person_id`.execute(tx)
    const personIds = [...new Set(rows.map(({ person_id }) => person_id))]
    if (personIds.length > 0) await keepLikely(tx, personIds)
    return rows.length === personsComparedAtOnce
  })
}

/** How like two names have to be: `Sergei Kusnetsov` and `Sergey Kuznetsov` are, two brothers mostly are not. */
const alikeEnough = 0.6

/** Another record, of another case, that nobody has judged to be this person or another. */
const open = sql`p.case_id <> a.case_id and p.party_id <> all(own.parties) and not exists (
  select from penalties.party_judgement j where j.undone is null
    and least(j.one_party_id, j.other_party_id) = least(a.party_id, p.party_id) and greatest(j.one_party_id, j.other_party_id) = greatest(a.party_id, p.party_id))`

/**
 * By number each is paired with the first of that number only: of a haulier found twenty times, nineteen pairs make one person. By name,
 * with whoever has one much like it in the same country, or the same day of birth.
 */
async function keepLikely(tx: Database, personIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ one: string; other: string; likeness: Likeness }>`
    delete from penalties.likely_party where one_person_id = any(${personIds}::uuid[]) or other_person_id = any(${personIds}::uuid[])
    returning one_person_id as one, other_person_id as other, likeness`.execute(tx)
  // Whoever was paired with one of them as the first of a number may have another first now.
  const ofNumber = rows.filter(({ likeness }) => likeness === 'number' || likeness === 'bare-number')
  const comparedIds = [...new Set([...personIds, ...ofNumber.flatMap(({ one, other }) => [one, other])])]
  // With the threshold set the index passes over what is less alike, instead of handing it out to be compared.
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(alikeEnough)}, true)`.execute(tx)
  await sql`
    insert into penalties.likely_party (one_person_id, other_person_id, likeness)
    select least(a.id, b.id), greatest(a.id, b.id),
      case when b.registered_key = a.registered_key and a.registered_key <> '' then 'number'
        when penalties.bare_number(b.registered_key) = penalties.bare_number(a.registered_key) and a.registered_key <> '' then 'bare-number'
        when b.name_key = a.name_key and b.identity ->> 'bornOn' = a.identity ->> 'bornOn' then 'name-and-birth' else 'name' end
    from penalties.person a
    cross join lateral (${sameAs(sql`a.party_id`)} select array_agg(id) as parties from same) own
    cross join lateral (
      (select p.* from penalties.person p where penalties.bare_number(p.registered_key) = penalties.bare_number(a.registered_key) and a.registered_key <> '' and p.registered_key <> '' and ${open} order by p.id limit 1)
      union
      (select p.* from penalties.person p where p.name_key % a.name_key and (a.registered_key <> '' and a.registered_key = p.registered_key) is not true
        and (p.identity #>> '{address,country}' = a.identity #>> '{address,country}' or p.identity ->> 'bornOn' = a.identity ->> 'bornOn') and ${open} limit ${likelyShown})
    ) b
    where a.id = any(${comparedIds}::uuid[])
    on conflict do nothing`.execute(tx)
}

/** Each pair, seen from `a`. Nobody is shown a record of a case that is closed to all but some. */
const pairs = (fromA: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  from ${fromA} join penalties.person a on a.id = pair.person_id join penalties.person b on b.id = pair.other_id
  join penalties.case c on c.id = a.case_id join penalties.case d on d.id = b.case_id and d.only_for is null`

const bothWays = sql`(select one_person_id as person_id, other_person_id as other_id, likeness from penalties.likely_party
  union all select other_person_id, one_person_id, likeness from penalties.likely_party) as pair`

const once = sql`(select one_person_id as person_id, other_person_id as other_id, likeness from penalties.likely_party) as pair`

const pairColumns = sql`a.id as "personId", b.id as "otherPersonId", c.reference, d.reference as "otherReference", b.capacity, pair.likeness as by`

/** Records of other cases that may be the same person as somebody on this one. */
export async function likelyOf(db: Database, caseId: string, most: number): Promise<readonly LikelyPair[]> {
  const { rows } = await sql<LikelyPair>`
    select ${pairColumns} ${pairs(bothWays)} where a.case_id = ${caseId} order by array_position(${likenesses}, pair.likeness), d.reference limit ${most}`.execute(db)
  return rows
}

/** Over all cases, the surest first and then the newest. */
export async function likelyPairs(db: Database, by: Likeness | undefined, { limit, offset }: Window): Promise<readonly LikelyPair[]> {
  const { rows } = await sql<LikelyPair>`
    select ${pairColumns} ${pairs(once)} where c.only_for is null and (${by ?? null}::text is null or pair.likeness = ${by ?? null})
    order by array_position(${likenesses}, pair.likeness), d.reference desc, c.reference desc limit ${limit} offset ${offset}`.execute(db)
  return rows
}

export async function countLikely(db: Database): Promise<ReadonlyMap<Likeness, number>> {
  const { rows } = await sql<{ likeness: Likeness; count: number }>`select pair.likeness, count(*) as count ${pairs(once)} where c.only_for is null group by pair.likeness`.execute(db)
  return new Map(rows.map(({ likeness, count }) => [likeness, count]))
}

/**
 * Waited for in the later of the two cases, and while its facts are gathered: what is known of one person decides what another penalty
 * comes to. A name alone is too common to stop anybody, and stands in the list over all cases.
 */
export async function compareActions(db: Database, caseIds: readonly string[]): Promise<readonly ActionOfCase[]> {
  const { rows } = await sql<{ caseId: string; count: number }>`
    select c.id as "caseId", count(*) as count ${pairs(bothWays)} where c.id = any(${caseIds}::uuid[]) and pair.likeness <> 'name' and c.stage in ('open', 'proposed') and c.id > d.id group by c.id`.execute(db)
  return rows.map(({ caseId, count }) => ({
    caseId, code: 'compare-records', text: count === 1 ? 'A record of another case may be the same person' : `${count} records of other cases may be the same persons`,
    who: ['caseworker', 'senior-officer'], by: null, missing: [], href: `/cases/${caseId}/parties`, act: 'Compare',
  }))
}
