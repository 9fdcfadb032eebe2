import pg from 'pg'
import { until } from '../multi-site/sites.ts'
import { urlOf, type World } from './world.ts'

/** As long as a link that failed in every way may need to be whole again, with the receivers' own time limit of ten seconds twice. */
const quietWithinMs = 90_000

/** Waits until nothing moves any more: everything read is followed, and the centre's history is as long as the port's. What is then still wrong stays wrong. */
export async function whenQuiet(world: World, withinMs = quietWithinMs): Promise<void> {
  await until('both sites take work', async () => (await world.isReady('calais')) && (await world.isReady('centre')), quietWithinMs)
  let before = ''
  let steadyLooks = 0
  await until('nothing moves any more', async () => {
    const [port, centre] = await Promise.all([lookAt(world, 'calais'), lookAt(world, 'centre')]).catch(() => ['', 'unlike'])
    steadyLooks = port === centre && port === before && port?.endsWith(' 0') ? steadyLooks + 1 : 0
    before = port ?? ''
    return steadyLooks >= steadyLooksWanted
  }, withinMs).catch(() => {
    // Something does not settle: then the judge says what.
  })
}

/** `until` looks every 50 ms; a second without change is rest. */
const steadyLooksWanted = 20

/** Counts that are equal at both ends once everything has arrived; the last is what waits to be followed, which is only ever at the port. */
async function lookAt(world: World, site: 'calais' | 'centre'): Promise<string> {
  const client = new pg.Client({ connectionString: await urlOf(world, site) })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows: [row] } = await client.query<{ look: string }>(`
      select concat_ws(' ', (select count(*) from arrivals.plate_read where site = 'calais'), (select count(*) from arrivals.hit where site = 'calais'), (select count(*) from arrivals.crossing where site = 'calais'),
        (select count(*) from arrivals.crossing_plate where site = 'calais'), (select max(seq) from history.entry where site = 'calais'), (select count(*) from watchlists.entry), (select count(*) from arrivals.unfollowed_read)) as look`)
    return row?.look ?? ''
  } finally {
    await client.end()
  }
}
