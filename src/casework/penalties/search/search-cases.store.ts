import { sql, type RawBuilder } from 'kysely'
import type { Capacity } from '#law'
import type { Database } from '#platform/database'
import { whereMay } from '#platform/identity'
import type { Officer, Site } from '#values'
import type { CaseStage, Incident } from '../case/penalty-case.ts'
import { candidatesSearched, casesFoundShown, wordsAlikeMin } from '../limits.ts'
import { seeCases } from '../rights.ts'
import { searchTerms, type SearchTerms } from './search-terms.ts'

/** Why a case was found, best first. */
export const foundBy = ['reference', 'plate', 'number', 'name', 'like-name', 'words'] as const
export type FoundBy = (typeof foundBy)[number]

export interface FoundCase {
  readonly id: string
  readonly reference: string
  readonly stage: CaseStage
  readonly port: Site
  readonly incident: Incident
  readonly by: FoundBy
  /** Whose name it was, in which capacity, where a name was found. */
  readonly names: readonly { readonly name: string; readonly capacity: Capacity }[]
}

/** A part of the search: which cases, by what, and how near. */
type Part = RawBuilder<{ case_id: string; rank: number; person_id: string | null }>

/**
 * Cases by reference, plate, registered number, name in any script, and the words of reasons and letters. Each part asks for the
 * officer's right before it counts to its limit, so that what somebody may not see takes nobody's place.
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
    where ${from.where} and ${whereMay(officer, seeCases, { state: 'c.stage', site: 'c.port' })} limit ${candidatesSearched})`
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
  const where = sql.join(each.map((word) => sql`p.name_key like ${`%${word}%`}`), sql` and `)
  return [part('name', officer, { join: sql`join penalties.person p on p.case_id = c.id`, where, person: sql`p.id` })]
}

/** Spelt otherwise: asked only where nothing was found as typed, because it looks at far more. */
function likeNamed(key: string, officer: Officer): Part {
  return part('like-name', officer, { join: sql`join penalties.person p on p.case_id = c.id`, where: sql`${key} <% p.name_key`, person: sql`p.id` })
}

function written({ words }: SearchTerms, officer: Officer): readonly Part[] {
  const query = sql`plainto_tsquery('simple', ${words})`
  return [
    part('words', officer, { join: sql`join penalties.penalty t on t.case_id = c.id`, where: sql`t.words @@ ${query}` }),
    part('words', officer, { join: sql`join penalties.appeal t on t.case_id = c.id`, where: sql`t.words @@ ${query}` }),
    part('words', officer, { join: sql`join penalties.penalty t on t.case_id = c.id join notice.document d on d.penalty_id = t.id`, where: sql`d.words @@ ${query}` }),
  ]
}

interface FoundRow {
  readonly id: string
  readonly reference: string
  readonly stage: CaseStage
  readonly port: Site
  readonly incident: Incident
  readonly rank: number
  readonly names: FoundCase['names'] | null
}

async function found(db: Database, parts: readonly Part[]): Promise<readonly FoundCase[]> {
  if (parts.length === 0) return []
  const { rows } = await sql<FoundRow>`
    with hit as (${sql.join(parts, sql` union all `)}),
    best as (select case_id, min(rank) as rank, array_agg(distinct person_id) filter (where person_id is not null) as persons from hit group by case_id)
    select c.id, c.reference, c.stage, c.port, c.incident, best.rank,
      (select jsonb_agg(jsonb_build_object('name', coalesce(p.identity ->> 'company', p.identity ->> 'name'), 'capacity', p.capacity) order by p.capacity, p.id) from penalties.person p where p.id = any (best.persons)) as names
    from best join penalties.case c on c.id = best.case_id
    order by best.rank, c.reference desc limit ${casesFoundShown + 1}`.execute(db)
  return rows.map(({ rank, names, ...row }) => ({ ...row, by: foundBy[rank] ?? 'words', names: names ?? [] }))
}
