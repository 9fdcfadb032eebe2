import { sql, type RawBuilder } from 'kysely'

/** A table and the condition that picks some of its rows. */
export interface RowsOfTable {
  readonly table: string
  readonly where: RawBuilder<boolean>
}

/**
 * What certain finds consist of here, table by table: the find, its photographs, and the search in which it was made. `finds` is a query
 * of their ids. For whoever hands over what came of them, such as the cases.
 */
export function tablesOfFinds(finds: RawBuilder<unknown>): readonly RowsOfTable[] {
  const theirs = sql`from examinations.detection d where d.id in (${finds})`
  return [
    { table: 'examinations.detection', where: sql<boolean>`id in (${finds})` },
    { table: 'examinations.photo', where: sql<boolean>`(site, sha256) in (select found.site, photo ->> 'sha256' from (select d.site, d.photos ${theirs}) found cross join jsonb_array_elements(found.photos) photo)` },
    { table: 'examinations.search', where: sql<boolean>`id in (select d.search_id ${theirs})` },
  ]
}
