import pg from 'pg'
import { until } from '../multi-site/sites.ts'
import { urlOf, type World } from './world.ts'

/** A link that failed in every way needs half a minute to be whole again, and a list two minutes to be held against the past; on a busy machine longer. */
const quietWithinMs = 240_000

/** Waits until nothing moves any more: everything read is followed, and the centre's history is as long as the port's. What is then still wrong stays wrong. */
export async function whenQuiet(world: World, { withinMs = quietWithinMs, lookBack = false }: { readonly withinMs?: number | undefined; readonly lookBack?: boolean | undefined } = {}): Promise<void> {
  await until('both sites take work', async () => (await world.isReady('calais')) && (await world.isReady('centre')), quietWithinMs)
  let before = ''
  let steadyLooks = 0
  await until('nothing moves any more', async () => {
    const [port, centre] = await Promise.all([lookAt(world, 'calais', lookBack), lookAt(world, 'centre', false)]).catch(() => ['', 'unlike'])
    steadyLooks = port === centre && port === before && port?.endsWith(' 0') ? steadyLooks + 1 : 0
    before = port ?? ''
    return steadyLooks >= steadyLooksWanted
  }, withinMs).catch(() => {
    // Something does not settle: then the judge says what.
  })
}

/** `until` looks every 50 ms; a second without change is rest. */
const steadyLooksWanted = 20

/** An entry is held against the vehicles that have passed when it arrives, and once more a minute later; some hits come only then. */
async function waitsForLookBack(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query("select from watchlists.entry e left join watchlists.looked_back l on l.entry_id = e.id and l.port = 'calais' where 'calais' = any(e.ports) and l.settled is not true limit 1")
  return rows.length > 0
}

/** Counts that are equal at both ends once everything has arrived; the last is what waits to be followed, which is only ever at the port. */
async function lookAt(world: World, site: 'calais' | 'centre', lookBack: boolean): Promise<string> {
  const client = new pg.Client({ connectionString: await urlOf(world, site) })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows: [row] } = await client.query<{ look: string }>(`
      select concat_ws(' ', (select count(*) from arrivals.plate_read where site = 'calais'), (select count(*) from arrivals.hit where site = 'calais'), (select count(*) from arrivals.crossing where site = 'calais'),
        (select count(*) from arrivals.crossing_plate where site = 'calais'), (select max(seq) from history.entry where site = 'calais'), (select count(*) from watchlists.entry), (select count(*) from arrivals.unfollowed_batch)) as look`)
    if (lookBack && (await waitsForLookBack(client))) return 'still looking back'
    return row?.look ?? ''
  } finally {
    await client.end()
  }
}
