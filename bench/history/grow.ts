import type pg from 'pg'

/** How many sightings are made up, and the days they are spread over. */
export interface Year {
  readonly sightings: number
  readonly firstDayMs: number
  readonly weeks: number
}

const weekMs = 7 * 86_400_000

/**
 * Plates of five shapes for any number of vehicles, settled by the vehicle's number; and what a camera makes of one: in 12 of
 * 100 a character is read as its double, in 3 as any other.
 */
const words = `
  create schema bench;
  create function bench.letter(h bigint, place bigint) returns text language sql immutable parallel safe as
    $$ select substr('ABCDEFGHJKLMNOPRSTUVWXYZ', 1 + (h / place % 24)::int, 1) $$;
  create function bench.plate_of(vehicle bigint) returns text language sql immutable parallel safe as $$
    select case h % 5
      when 0 then bench.letter(h, 7) || bench.letter(h, 170) || lpad((h / 4097 % 100)::text, 2, '0') || bench.letter(h, 409703) || bench.letter(h, 9832873) || bench.letter(h, 235988957)
      when 1 then bench.letter(h, 7) || bench.letter(h, 170) || lpad((h / 4097 % 1000)::text, 3, '0') || bench.letter(h, 4097033) || bench.letter(h, 98328737)
      when 2 then 'B' || lpad((h / 7 % 1000)::text, 3, '0') || bench.letter(h, 7001) || bench.letter(h, 168029) || bench.letter(h, 4032703)
      when 3 then 'W' || bench.letter(h, 7) || lpad((h / 170 % 100000)::text, 5, '0')
      else lpad((h / 7 % 10000)::text, 4, '0') || bench.letter(h, 70001) || bench.letter(h, 1680031) || bench.letter(h, 40320761)
    end from (select hashint8extended(vehicle, 1993) & 9223372036854775807 as h) as mixed $$;
  create function bench.misread(plate text, h bigint) returns text language sql immutable parallel safe as $$
    select case when h % 100 < 12 then overlay(plate placing translate(substr(plate, at, 1), '0O1I8B5S2ZG6UV', 'O0I1B8S5Z26GVU') from at for 1)
      when h % 100 < 15 then overlay(plate placing bench.letter(h, 100) from at for 1) else plate end
    from (select 1 + (h / 2400 % length(plate))::int as at) as place $$;
  create function bench.id_at(ms bigint, salt text) returns uuid language sql immutable parallel safe as
    $$ select (lpad(to_hex(ms), 12, '0') || '7' || left(md5(salt), 3) || '8' || substr(md5(salt), 4, 15))::uuid $$;
`

/** Two of three sightings are of lorries that come again and again; each crossing shows two plates. */
function sightingsFrom(first: number, last: number, { sightings, firstDayMs, weeks }: Year): string {
  const lorries = Math.max(1, Math.floor(sightings / 50))
  const others = Math.max(1, Math.floor(sightings / 4))
  return `
    select g, bench.id_at(ms, g::text) as id, (array['calais', 'coquelles', 'dunkerque'])[1 + (g / 2 % 3)::int] as site, bench.id_at(crossing_ms, 'crossing' || g / 2) as crossing_id,
      bench.misread(bench.plate_of(case when h % 3 < 2 then h / 3 % ${lorries} else ${lorries} + h / 3 % ${others} end), h / 1000003) as plate,
      (1 + g / 6 % 8)::text as lane, to_timestamp(ms / 1000.0) as seen_at
    from (
      select g, hashint8extended(g, 42) & 9223372036854775807 as h, ${firstDayMs} + (g * ${weeks * weekMs} / ${sightings}) as ms, ${firstDayMs} + (g / 2 * 2 * ${weeks * weekMs} / ${sightings}) as crossing_ms
      from generate_series(${first}::bigint, ${last}::bigint) as g
    ) as made`
}

/** Makes the year in Juxta's own tables, week by week, and indexes each week as the caretaker of a site would. */
export async function growYear(client: pg.Client, year: Year, tell: (words: string) => void): Promise<void> {
  await client.query(words)
  const perWeek = year.sightings / year.weeks
  for (let week = 0; week < year.weeks; week += 1) {
    await growWeek(client, mondayOf(year, week), sightingsFrom(week * perWeek, (week + 1) * perWeek - 1, year))
    tell(`week ${week + 1} of ${year.weeks}`)
  }
  await client.query('analyze arrivals.crossing_plate')
}

export function mondayOf({ firstDayMs }: Year, week: number): string {
  return Temporal.Instant.fromEpochMilliseconds(firstDayMs + week * weekMs).toString().slice(0, 10)
}

/** Filled before it is indexed, and not written to the log: only the search is measured here, not how rows come. */
async function growWeek(client: pg.Client, monday: string, made: string): Promise<void> {
  const bare = monday.replaceAll('-', '')
  const bounds = `from (arrivals.first_id_at('${monday} 00:00Z')) to (arrivals.first_id_at('${monday} 00:00Z'::timestamptz + interval '7 days'))`
  for (const [table, columns] of [
    ['crossing', "distinct on (crossing_id) crossing_id, site, lane, null::text, seen_at, seen_at"],
    ['crossing_plate', "id, site, crossing_id, case g % 2 when 0 then 'tractor' else 'trailer' end, plate, null::text, 0.9, null::jsonb, id, null::text, seen_at"],
  ] as const) {
    const week = `arrivals.${table}_week_${bare}`
    await client.query(`create unlogged table ${week} (like arrivals.${table} including defaults including constraints)`)
    await client.query(`insert into ${week} select ${columns} from (${made}) as made`)
    await client.query(`alter table arrivals.${table} attach partition ${week} for values ${bounds}`)
  }
  await client.query(`create index crossing_plate_week_${bare}_by_parts on arrivals.crossing_plate_week_${bare} using gin (translate(plate, 'ODQILZSBGV', '000112586U') gin_trgm_ops)`)
  await client.query(`vacuum (freeze) arrivals.crossing_plate_week_${bare}`)
}
