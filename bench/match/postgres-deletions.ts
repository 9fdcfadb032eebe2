import { keysMax, lengthMax, writeKeys, type Text } from '../../src/border/watchlists/plate-index/deletion-keys.ts'
import { placeOf } from '../../src/border/watchlists/reading-errors/alphabet.ts'
import type { Contender } from './contender.ts'
import { builtIn } from './in-postgres.ts'
import { insertColumns, openPostgres, readsPerStatement, settingsInWords } from './postgres.ts'

/** The very keys of our index, in a table with a tree that holds all it is asked for. */
export const postgresDeletions: Contender = {
  name: 'PostgreSQL, the same deletion table',
  settings: `our own 32-bit keys, covering B-tree; ${readsPerStatement} reads a statement, prepared; ${settingsInWords}`,
  platesMax: 1_000_000,
  tooMany: 'eighty million rows take many minutes to load',
  build: async (plates) => {
    const postgres = await openPostgres()
    const { client } = postgres
    await client.query('create unlogged table key (key int not null, plate text not null)')
    const add = async (more: readonly string[]): Promise<void> => {
      const rows = more.flatMap((plate) => keysOf(plate).map((key) => ({ key, plate })))
      await insertColumns(client, 'insert into key select * from unnest($1::int[], $2::text[])', [rows.map(({ key }) => key), rows.map(({ plate }) => plate)])
    }
    for (let from = 0; from < plates.length; from += platesPerPart) await add(plates.slice(from, from + platesPerPart))
    await client.query('create index key_covering on key (key) include (plate)')
    await client.query('vacuum analyze key')
    return builtIn(postgres, { name: 'key', add, question, values: keysAsked })
  },
}

const platesPerPart = 50_000
const keys = new Int32Array(keysMax)
const text: Text = { characters: new Uint8Array(lengthMax), length: 0 }

function keysOf(plate: string): readonly number[] {
  if (plate.length > lengthMax) return []
  text.length = plate.length
  for (let at = 0; at < plate.length; at += 1) text.characters[at] = placeOf(plate.charCodeAt(at))
  return [...keys.subarray(0, writeKeys(keys, text, 1))]
}

const question = 'select distinct asked.at, key.plate from unnest($1::int[], $2::int[]) as asked (at, key) join key using (key)'

function keysAsked(part: readonly string[]): unknown[] {
  const asked = part.flatMap((read, at) => keysOf(read).map((key) => ({ at, key })))
  return [asked.map(({ at }) => at), asked.map(({ key }) => key)]
}
