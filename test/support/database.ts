import { randomBytes } from 'node:crypto'
import { after, type TestContext } from 'node:test'
import pg from 'pg'
import { connect, type Connection, type Database } from '#platform/database'
import { startTestCluster } from './cluster.ts'

export interface TestConnection extends Connection {
  readonly url: string
}

interface Source {
  readonly url: string
  readonly template: string
}

let source: Promise<Source> | undefined

/** A migrated database of the test's own, gone when the test, or else the file, has ended. */
export async function aDatabase(t?: TestContext): Promise<Database> {
  return (await aConnection(t)).db
}

/** The same with its address and pool, for what listens or runs as a process of its own. */
export async function aConnection(t?: TestContext): Promise<TestConnection> {
  const { drop, ...connection } = await openTestDatabase()
  if (t === undefined) after(drop)
  else t.after(drop)
  return connection
}

/** The same for whoever drops it, after what works on it has ended. */
export async function openTestDatabase(): Promise<TestConnection & { drop(): Promise<void> }> {
  const { url: server, template } = await theSource()
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template ${template} strategy file_copy`)
  const url = server.replace(/\/postgres$/, `/${name}`)
  const connection = connect(url)
  const drop = async (): Promise<void> => {
    await connection.close()
    await onServer(server, `drop database ${name} with (force)`)
  }
  return { ...connection, url, drop }
}

/** A whole run shares one server (`test/run.ts`); a file run by itself starts one, which ends with this process. */
function theSource(): Promise<Source> {
  source ??= givenSource() ?? startTestCluster()
  return source
}

function givenSource(): Promise<Source> | undefined {
  const url = process.env['JUXTA_TEST_SERVER']
  const template = process.env['JUXTA_TEST_TEMPLATE']
  return url === undefined || template === undefined ? undefined : Promise.resolve({ url, template })
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
