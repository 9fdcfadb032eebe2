import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { chainFaults, foldFaults } from './judge-history.ts'

/**
 * The judge shares no code with the product: it knows the cameras' own record, the tables' names, and what was promised. It reads
 * the record and the two databases, and says every promise that was broken.
 */
export interface Verdict {
  readonly faults: readonly string[]
  readonly vehicles: number
  readonly acknowledged: number
  readonly acknowledgedOfList: number
  /** Sent, and the camera never learned what became of it: may be here once, or not at all. */
  readonly unknown: number
  readonly refusals: number
  readonly hits: number
  readonly historyEntries: number
}

interface Line {
  readonly id: string
  readonly plate: string
  readonly listed: boolean
  readonly outcome: 'sent' | 'acknowledged' | 'refused' | 'unknown'
}

export interface Evidence {
  readonly recordFile: string
  readonly portUrl: string
  readonly centreUrl: string
}

export async function judge({ recordFile, portUrl, centreUrl }: Evidence): Promise<Verdict> {
  const lines = await linesOf(recordFile)
  const acknowledged = new Map(lines.filter(({ outcome }) => outcome === 'acknowledged').map((line) => [line.plate, line]))
  const sent = new Set(lines.map(({ plate }) => plate))
  const port = await connected(portUrl)
  const centre = await connected(centreUrl)
  try {
    const faults = [
      ...readFaults('the port', await countsOf(port, readsByPlate), { acknowledged, sent }),
      ...readFaults('the centre', await countsOf(centre, readsByPlate), { acknowledged, sent }),
      ...hitFaults('the port', await countsOf(port, hitsByListedPlate), acknowledged),
      ...hitFaults('the centre', await countsOf(centre, hitsByListedPlate), acknowledged),
      ...(await doubledHits(port)),
      ...(await notTheSame(port, centre)),
      ...(await leftBehind(port)),
      ...(await chainFaults(port, 'calais', 'at the port')), ...(await chainFaults(centre, 'calais', 'in the centre’s copy')), ...(await chainFaults(centre, 'centre', 'at the centre')),
      ...(await foldFaults(port)),
    ]
    return {
      faults,
      vehicles: sent.size,
      acknowledged: acknowledged.size,
      acknowledgedOfList: [...acknowledged.values()].filter(({ listed }) => listed).length,
      unknown: sent.size - acknowledged.size,
      refusals: lines.filter(({ outcome }) => outcome === 'refused').length,
      hits: (await port.query('select from arrivals.hit')).rowCount ?? 0,
      historyEntries: (await port.query("select from history.entry where site = 'calais'")).rowCount ?? 0,
    }
  } finally {
    await Promise.all([port.end(), centre.end()])
  }
}

async function linesOf(file: string): Promise<readonly Line[]> {
  const written = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  return written.map((line) => JSON.parse(line) as Line)
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  // One look at everything: a site goes on writing while it is judged.
  await client.query('begin transaction isolation level repeatable read read only')
  return client
}

type Counts = ReadonlyMap<string, number>

const readsByPlate = "select plate, count(*)::int as number from arrivals.plate_read where site = 'calais' group by plate"
/** What a board shows: hits that a person has not closed and that were not taken back. */
const hitsByListedPlate = "select listed_plate as plate, count(*)::int as number from arrivals.hit where site = 'calais' and status in ('raised', 'acknowledged') group by listed_plate"

async function countsOf(client: pg.Client, query: string): Promise<Counts> {
  const { rows } = await client.query<{ plate: string; number: number }>(query)
  return new Map(rows.map(({ plate, number }) => [plate, number]))
}

interface Promised {
  readonly acknowledged: ReadonlyMap<string, Line>
  readonly sent: ReadonlySet<string>
}

/** Each vehicle passes once, so its plate names its read. */
function readFaults(where: string, reads: Counts, { acknowledged, sent }: Promised): readonly string[] {
  return [
    ...[...acknowledged.keys()].filter((plate) => !reads.has(plate)).map((plate) => `${plate} was acknowledged and is lost at ${where}`),
    ...[...reads].filter(([, number]) => number > 1).map(([plate, number]) => `${plate} is ${number} reads at ${where}`),
    ...[...reads.keys()].filter((plate) => !sent.has(plate)).map((plate) => `${plate} at ${where} was never sent`),
  ]
}

function hitFaults(where: string, hits: Counts, acknowledged: ReadonlyMap<string, Line>): readonly string[] {
  const listed = [...acknowledged.values()].filter((line) => line.listed).map(({ plate }) => plate)
  return [
    ...listed.filter((plate) => !hits.has(plate)).map((plate) => `${plate} is listed, was acknowledged, and no hit stands at ${where}`),
    ...[...hits].filter(([, number]) => number > 1).map(([plate, number]) => `${plate} stands as ${number} hits at ${where}`),
  ]
}

async function doubledHits(port: pg.Client): Promise<readonly string[]> {
  const { rows } = await port.query<{ crossing_id: string }>('select crossing_id from arrivals.hit group by crossing_id, entry_id having count(*) > 1')
  return rows.map(({ crossing_id }) => `Crossing ${crossing_id} has two hits for one entry`)
}

const tablesOfThePort = ['arrivals.plate_read', 'arrivals.crossing', 'arrivals.crossing_plate', 'arrivals.hit', 'arrivals.camera', 'arrivals.camera_day', 'history.entry']

async function notTheSame(port: pg.Client, centre: pg.Client): Promise<readonly string[]> {
  const faults: string[] = []
  for (const table of tablesOfThePort) {
    const query = `select count(*)::int as number, md5(string_agg(line, E'\\n' order by line)) as digest from (select t::text as line from ${table} t where site = 'calais') lines`
    const [there, here] = await Promise.all([port.query(query), centre.query(query)])
    const [own, copy] = [there.rows[0], here.rows[0]]
    if (own?.digest !== copy?.digest) faults.push(`${table}: the port has ${own?.number} rows, the centre ${copy?.number}, and they are not the same`)
  }
  return faults
}

/** Stored and never matched is as bad as lost. */
async function leftBehind(port: pg.Client): Promise<readonly string[]> {
  const { rows: [unfollowed] } = await port.query<{ number: number }>('select count(*)::int as number from arrivals.unfollowed_batch')
  const { rows: [quarantined] } = await port.query<{ number: number }>('select count(*)::int as number from arrivals.quarantine where octet_length(raw) < 1000000')
  return [
    ...(unfollowed?.number === 0 ? [] : [`${unfollowed?.number} batches of reads were stored and never matched`]),
    ...(quarantined?.number === 0 ? [] : [`${quarantined?.number} messages of a camera that writes well are in quarantine`]),
  ]
}
