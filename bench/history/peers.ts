import type pg from 'pg'
import { isWhole, likePatterns } from '../../src/border/arrivals/history/plate-patterns.ts'
import type { Wanted } from '../../src/border/arrivals/history/sightings.store.ts'

/** The same sightings in one table that is not divided, as anybody would begin; the second has the index a tuner would add. */
export const peers = ['one table, plates and moments indexed', 'the same with one trigram index'] as const

export type Peer = (typeof peers)[number]

export async function growPeer(client: pg.Client): Promise<void> {
  await client.query('create unlogged table bench.plain as select id, site, crossing_id, plate, seen_at, (select lane from arrivals.crossing passed where passed.id = seen.crossing_id) as lane from arrivals.crossing_plate seen')
  await client.query('create index on bench.plain (plate text_pattern_ops, seen_at desc)')
  await client.query('create index on bench.plain (seen_at desc)')
  await client.query(`create index on bench.plain (${folded('plate')} text_pattern_ops, seen_at desc)`)
  await client.query('vacuum (freeze, analyze) bench.plain')
}

export async function tunePeer(client: pg.Client): Promise<void> {
  await client.query(`create index on bench.plain using gin (${folded('plate')} gin_trgm_ops)`)
  await client.query('analyze bench.plain')
}

function folded(text: string): string {
  return `translate(${text}, 'ODQILZSBGV', '000112586U')`
}

/** One statement, as the planner likes it. */
export async function askPeer(client: pg.Client, wanted: Wanted, most: number): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from bench.plain where ${fits(wanted)} order by seen_at desc, id desc limit ${most}`)
  return rows.map(({ id }) => id)
}

/** Every row looked at and nothing believed: what the right answer is. */
export async function askByForce(client: pg.Client, wanted: Wanted, most: number): Promise<readonly string[]> {
  await client.query('set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off')
  const found = await askPeer(client, wanted, most)
  await client.query('reset enable_indexscan; reset enable_bitmapscan; reset enable_indexonlyscan')
  return found
}

function fits({ pattern, closeness, site, lane, since, until }: Wanted): string {
  return [
    plateFits(pattern, closeness),
    `seen_at >= '${since}'`, `seen_at < '${until}'`,
    ...(site === undefined ? [] : [`site = '${site}'`]), ...(lane === undefined ? [] : [`lane = '${lane}'`]),
  ].join(' and ')
}

function plateFits(pattern: string, closeness: Wanted['closeness']): string {
  if (isWhole(pattern) && closeness === 'exact') return `plate = '${pattern}'`
  if (isWhole(pattern) && closeness === 'confused') return `${folded('plate')} = ${folded(`'${pattern}'`)}`
  const near = likePatterns(pattern, closeness).map((one) => `${folded('plate')} like ${folded(`'${one}'`)}`).join(' or ')
  // A pattern that is to be met letter by letter is found by the folded index as well, and then held against the plate.
  return closeness === 'exact' ? `${near} and plate like '${likePatterns(pattern, closeness)[0]}'` : `(${near})`
}
