import pg from 'pg'
import { CannotStart } from '#platform/config'
import { settingNames, unsafeSettings } from './production-settings.ts'

/** Throws unless the server keeps what it acknowledges; names every setting that stands against it. */
export async function refuseUnsafeSettings(url: string): Promise<void> {
  const unsafe = unsafeSettings(await readSettings(url))
  if (unsafe.length === 0) return
  throw new CannotStart(`Juxta does not run in production on this PostgreSQL server:\n${unsafe.map((sentence) => `  ${sentence}`).join('\n')}\nChange them in postgresql.conf and restart the server.`)
}

/** As the server gives them to a session that asks for nothing special; those of our own connections are set by us. */
async function readSettings(url: string): Promise<ReadonlyMap<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any($1)', [settingNames])
    return new Map(rows.map(({ name, setting }) => [name, setting]))
  } finally {
    await client.end()
  }
}
