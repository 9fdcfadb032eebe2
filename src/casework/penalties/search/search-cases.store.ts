import { sql, type RawBuilder } from 'kysely'
import type { Capacity } from '#law'
import type { Database } from '#platform/database'
import type { Officer, Site } from '#values'
import type { CaseStage, Incident } from '../case/penalty-case.ts'
import { whereCase } from '../case/where-case.store.ts'
import { candidatesSearched, casesFoundShown, wordsAlikeMin } from '../limits.ts'
import { seeCases, seeOriginals } from '../rights.ts'
import { searchTerms, type SearchTerms } from './search-terms.ts'

/** Where what was typed stands in a case, best first. */
export const foundBy = ['reference', 'plate', 'number', 'name', 'like-name', 'representative', 'reasons', 'appeal', 'letter', 'note', 'answer', 'evidence'] as const
export type FoundBy = (typeof foundBy)[number]

export interface FoundCase {
  readonly id: string
  readonly reference: string
  readonly stage: CaseStage
  readonly port: Site
  readonly incident: Incident
  /** Every place in which it was found, best first. */
  readonly by: readonly FoundBy[]
  /** Whose name it was, in which capacity, where a name was found. */
  readonly names: readonly { readonly name: string; readonly capacity: Capacity }[]
}

/** A part of the search: which cases, by what, and how near. */
type Part = RawBuilder<{ case_id: string; rank: number; person_id: string | null }>

/**
 * Cases by reference, plate, registered number, name in any script, and the words of reasons, letters, notes, answers and evidence.
 * Each part asks for the officer's right before it counts to its limit, so that what somebody may not see takes nobody's place.
 */
export async function searchCases(db: Database, officer: Officer, typed: string): Promise<readonly FoundCase[]> {
  const terms = searchTerms(typed)
  const key = await nameKey(db, terms.words)
  const exact = await found(db, [...numbered(terms, officer), ...named(key, officer), ...written(terms, officer)])
  if (exact.length > 0 || key.length < wordsAlikeMin) return exact
  return found(db, [likeNamed(key, officer)])
}

async function nameKey(db: Database, words: string): Promise<string> {
  const { rows: [row] } = await sql<{ key: string | null }>`select penalties.name_key(${words}) as key`.execute(db)
  return row?.key ?? ''
}

const rankOf = (by: FoundBy): RawBuilder<number> => sql`${sql.lit(foundBy.indexOf(by))}::int`

/** One part over one table: what is found there, of the cases this officer may see, newest first and no more than a page can use. */
function part(by: FoundBy, officer: Officer, from: { readonly join: RawBuilder<unknown>; readonly where: RawBuilder<unknown>; readonly person?: RawBuilder<unknown> }): Part {
  return sql`(select c.id as case_id, ${rankOf(by)} as rank, ${from.person ?? sql`null::uuid`} as person_id
    from penalties.case c ${from.join}
    where ${from.where} and ${whereCase(officer, seeCases)} limit ${candidatesSearched})`
}

function numbered({ reference, number, plate, words }: SearchTerms, officer: Officer): readonly Part[] {
  const none = sql``
  const bare = words.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return [
    ...(reference === undefined ? [] : [part('reference', officer, { join: none, where: sql`c.reference = ${reference}` })]),
    ...(number === undefined ? [] : [part('reference', officer, { join: none, where: sql`right(c.reference, 6) = ${number}` })]),
    ...(plate === undefined ? [] : [part('plate', officer, { join: none, where: sql`c.plates like ${`%${plate}%`}` })]),
    ...(bare === '' ? [] : [
      part('number', officer, { join: sql`join penalties.person p on p.case_id = c.id`, where: sql`p.registered_key = ${bare}`, person: sql`p.id` }),
      part('number', officer, { join: sql`join penalties.appeal a on a.case_id = c.id`, where: sql`upper(a.claim_number) = ${words.toUpperCase()}` }),
      part('number', officer, { join: sql`join ledger.payment m on m.case_id = c.id`, where: sql`m.reference = ${words}` }),
    ]),
  ]
}

/** Every word of the name somewhere in the person's: `Popescu Andrei` finds `Andrei Ion Popescu`. */
function named(key: string, officer: Officer): readonly Part[] {
  const each = key.split(' ').filter((word) => word.length > 1)
  if (each.length === 0 || key.length < 3) return []
  const isIn = (column: RawBuilder<unknown>) => sql`${sql.join(each.map((word) => sql`${column} like ${`%${word}%`}`), sql` and `)}`
  return [
    part('name', officer, { join: sql`join penalties.person p on p.case_id = c.id`, where: isIn(sql`p.name_key`), person: sql`p.id` }),
    part('representative', officer, { join: sql`join penalties.representative r on r.case_id = c.id`, where: isIn(sql`r.name_key`) }),
  ]
}

/** Spelt otherwise: asked only where nothing was found as typed, because it looks at far more. */
function likeNamed(key: string, officer: Officer): Part {
  return part('like-name', officer, { join: sql`join penalties.person p on p.case_id = c.id`, where: sql`${key} <% p.name_key`, person: sql`p.id` })
}

function written({ words }: SearchTerms, officer: Officer): readonly Part[] {
  const says = sql`@@ plainto_tsquery('simple', ${words})`
  const inTable = (by: FoundBy, table: string): Part => part(by, officer, { join: sql`join ${sql.table(table)} t on t.case_id = c.id`, where: sql`t.words ${says}` })
  const mayRead = sql`(e.state ->> 'disclosure' = 'as-it-is' and e.state ->> 'withdrawn' is null or ${whereCase(officer, seeOriginals)})`
  return [
    inTable('reasons', 'penalties.penalty'),
    inTable('appeal', 'penalties.appeal'),
    part('letter', officer, { join: sql`join penalties.penalty t on t.case_id = c.id join notice.document d on d.penalty_id = t.id`, where: sql`d.words ${says}` }),
    inTable('note', 'penalties.note'),
    inTable('answer', 'penalties.information_request'),
    part('evidence', officer, { join: sql`join penalties.evidence e on e.case_id = c.id`, where: sql`e.words ${says} and ${mayRead}` }),
    part('evidence', officer, { join: sql`join penalties.evidence e on e.case_id = c.id join penalties.evidence_text t on t.sha256 = e.state #>> '{file,sha256}'`, where: sql`t.words ${says} and ${mayRead}` }),
  ]
}

interface FoundRow {
  readonly id: string
  readonly reference: string
  readonly stage: CaseStage
  readonly port: Site
  readonly incident: Incident
  readonly ranks: readonly number[]
  readonly names: FoundCase['names'] | null
}

async function found(db: Database, parts: readonly Part[]): Promise<readonly FoundCase[]> {
  if (parts.length === 0) return []
  const { rows } = await sql<FoundRow>`
    with hit as (${sql.join(parts, sql` union all `)}),
    best as (select case_id, array_agg(distinct rank order by rank) as ranks, array_agg(distinct person_id) filter (where person_id is not null) as persons from hit group by case_id)
    select c.id, c.reference, c.stage, c.port, c.incident, best.ranks,
      (select jsonb_agg(jsonb_build_object('name', coalesce(p.identity ->> 'company', p.identity ->> 'name'), 'capacity', p.capacity) order by p.capacity, p.id) from penalties.person p where p.id = any (best.persons)) as names
    from best join penalties.case c on c.id = best.case_id
    order by best.ranks[1], c.reference desc limit ${casesFoundShown + 1}`.execute(db)
  return rows.map(({ ranks, names, ...row }) => ({ ...row, by: foundBy.filter((_by, rank) => ranks.includes(rank)), names: names ?? [] }))
}
