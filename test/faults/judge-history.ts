import { createHash } from 'node:crypto'
import type { Client } from 'pg'

/** A second reading of how history is chained, written from its description (docs/adr/0001) and not from the product's code. */
export async function chainFaults(client: Client, site: string, where: string): Promise<readonly string[]> {
  const { rows } = await client.query<EntryRow>(`
    select id, site, seq::int, stream, version, type, body, salt, body_hash, by_id, by_name, by_role, to_char(at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, reason, under, previous, hash
    from history.entry where site = $1 order by history.entry.seq`, [site])
  const { rows: [head] } = await client.query<{ seq: number; hash: string }>('select seq::int, hash from history.chain where site = $1', [site])
  const faults: string[] = []
  let previous = '0'.repeat(64)
  for (const [place, { hash, body, salt, ...facts }] of rows.entries()) {
    if (facts.seq !== place + 1) return [...faults, `Entry ${place + 1} of ${site} is missing ${where}`]
    if (facts.previous !== previous) faults.push(`Entry ${facts.seq} of ${site} does not name the one before it ${where}`)
    if (sha256(sorted(facts)) !== hash) faults.push(`Entry ${facts.seq} of ${site} has another hash than its content ${where}`)
    if (body !== null && sha256((salt ?? '') + sorted(body)) !== facts.body_hash) faults.push(`Entry ${facts.seq} of ${site} has another body than was written ${where}`)
    previous = hash
  }
  if (head !== undefined && (head.seq !== rows.length || (rows.length > 0 && head.hash !== previous))) faults.push(`The chain of ${site} ends at ${rows.length} ${where}, and says ${head.seq}`)
  return faults
}

interface EntryRow {
  readonly id: string
  readonly seq: number
  readonly stream: string
  readonly body: unknown
  readonly salt: string | null
  readonly body_hash: string
  readonly previous: string
  readonly hash: string
}

/** Members in the order of their names, without spaces. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member) ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1))) : member)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

const standing: Readonly<Record<string, string>> = {
  'hit-raised': 'raised', 'hit-acknowledged': 'acknowledged', 'hit-confirmed': 'confirmed', 'hit-dismissed': 'dismissed', 'hit-superseded': 'superseded',
}

/** Plays each hit's history from its beginning: its row must say what the last event left. */
export async function foldFaults(client: Client): Promise<readonly string[]> {
  const { rows: events } = await client.query<{ stream: string; type: string; body: Record<string, unknown> }>("select stream, type, body from history.entry where stream like 'hit:%' order by stream, version")
  const { rows } = await client.query<Record<string, unknown>>('select * from arrivals.hit')
  const folded = new Map<string, Record<string, unknown>>()
  for (const { stream, type, body } of events) {
    const before = folded.get(stream)
    const was = String(before?.['status'] ?? '')
    const status = standing[type] ?? (type === 'hit-improved' && was === 'superseded' ? 'raised' : was)
    folded.set(stream, { ...before, ...body, status })
  }
  const without = rows.filter(({ id }) => !folded.has(`hit:${id}`)).map(({ id }) => `Hit ${id} has no history`)
  const faults = [...folded].flatMap(([stream, state]) => differences(stream, state, rows.find(({ id }) => stream === `hit:${id}`)))
  return [...without, ...faults]
}

function differences(stream: string, state: Record<string, unknown>, row: Record<string, unknown> | undefined): readonly string[] {
  if (row === undefined) return [`${stream} has a history and no row`]
  const compared = ['status', 'plate', 'how', 'cost', 'crossingId', 'entryId', 'readId', 'lane', 'listedPlate']
  return compared.filter((name) => (state[name] ?? null) !== row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]).map((name) => `${stream}: ${name} is ${String(state[name])} by its history and otherwise in its row`)
}
