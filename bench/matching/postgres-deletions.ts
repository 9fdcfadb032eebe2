import { keysMax, lengthMax, writeKeys, type Text } from '../../src/border/watchlists/plate-index/deletion-keys.ts'
import { placeOf } from '../../src/border/watchlists/reading-errors/alphabet.ts'
import type { Contender } from './contender.ts'
import { heldAgainst } from './held-against.ts'
import { bytesOf, insertColumns, openPostgres, readsPerStatement, settingsInWords, type Postgres } from './postgres.ts'

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
    const near = (reads: readonly string[]): Promise<readonly (readonly string[])[]> => nearBy(postgres, reads)
    return {
      find: async (reads) => (await near(reads)).reduce((count, each) => count + each.length, 0),
      answers: near,
      addAndFind: async (plate) => {
        await add([plate])
        return (await near([plate])).some((each) => each.includes(plate))
      },
      memoryBytes: () => bytesOf(client, 'key'),
      elsewhereMs: postgres.elsewhereMs,
      close: postgres.close,
    }
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

async function nearBy({ client }: Postgres, reads: readonly string[]): Promise<readonly (readonly string[])[]> {
  const near: (readonly string[])[] = []
  const question = 'select distinct asked.at, key.plate from unnest($1::int[], $2::int[]) as asked (at, key) join key using (key)'
  for (let from = 0; from < reads.length; from += readsPerStatement) {
    const part = reads.slice(from, from + readsPerStatement)
    const asked = part.flatMap((read, at) => keysOf(read).map((key) => ({ at, key })))
    const { rows } = await client.query<{ at: number; plate: string }>({ name: 'near', text: question, values: [asked.map(({ at }) => at), asked.map(({ key }) => key)] })
    const candidates = Map.groupBy(rows, ({ at }) => at)
    near.push(...part.map((read, at) => heldAgainst(read, (candidates.get(at) ?? []).map(({ plate }) => plate))))
  }
  return near
}
