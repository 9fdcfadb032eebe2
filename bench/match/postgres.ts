import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/database/door.ts'

/** Reads asked in one statement, so that going to and fro is shared by many. */
export const readsPerStatement = 500

const rowsPerStatement = 50_000

/** What a table in memory is measured under; `jit` and parallel workers would cost each of these short plans more than they save. */
const settings = { shared_buffers: '2GB', work_mem: '64MB', maintenance_work_mem: '1GB', jit: 'off', max_parallel_workers_per_gather: '0', random_page_cost: '1.0' } as const

export const settingsInWords = Object.entries(settings).map(([name, value]) => `${name} ${value}`).join(', ')

export interface Postgres {
  readonly client: pg.Client
  /** Processor time of the connection's own server process. */
  elsewhereMs(): number
  close(): Promise<void>
}

/** A server of its own, in a folder that goes when it is closed, and one connection to it. */
export async function openPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'juxta-bench-matching-'))
  // Run by root, PostgreSQL is another user, who has to pass through.
  await chmod(folder, 0o755)
  await setUp(folder)
  const server = await startEmbedded(join(folder, 'database'), { durable: false })
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  const { rows } = await client.query<{ id: number }>('select pg_backend_pid() as id')
  return {
    client,
    elsewhereMs: () => processorMs(rows[0]?.id ?? 0),
    close: async () => {
      await client.end()
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Memory is given at a start only. */
async function setUp(folder: string): Promise<void> {
  const server = await startEmbedded(join(folder, 'database'), { durable: false })
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  for (const [name, value] of Object.entries(settings)) await client.query(`alter system set ${name} = '${value}'`)
  await client.end()
  await server.stop()
}

/** Inserts columns of equal length, a part at a time. */
export async function insertColumns(client: pg.Client, statement: string, columns: readonly (readonly (string | number)[])[]): Promise<void> {
  const rows = columns[0]?.length ?? 0
  for (let from = 0; from < rows; from += rowsPerStatement) await client.query(statement, columns.map((column) => column.slice(from, from + rowsPerStatement)))
}

export async function bytesOf(client: pg.Client, ...tables: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('select sum(pg_total_relation_size(name::regclass)) as bytes from unnest($1::text[]) name', [tables])
  return Number(rows[0]?.bytes ?? 0)
}

/** From the system's own account of the process, where there is one; in hundredths of a second. */
function processorMs(processId: number): number {
  try {
    const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
