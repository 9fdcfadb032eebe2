import type { Built, Contender } from './contender.ts'
import { folded } from './held-against.ts'
import { builtIn } from './in-postgres.ts'
import { insertColumns, openPostgres, readsPerStatement, settingsInWords } from './postgres.ts'

/** Where one of seven characters differs a plate keeps 0.45 of its trigrams, and one of five 0.33. */
const similarityMin = 0.33

/** Nearest neighbours asked for: more than the plates in reach of nearly every read. */
const neighbours = 20

const asked = 'from unnest($1::text[]) with ordinality as asked (folded, at)'

/** All that are similar enough, by an inverted index of trigrams. */
export const postgresGin: Contender = {
  name: 'PostgreSQL pg_trgm, GIN',
  settings: `%, similarity at least ${similarityMin}, levenshtein_less_equal 1; ${readsPerStatement} reads a statement, prepared; ${settingsInWords}`,
  platesMax: 1_000_000,
  tooMany: 'its index takes minutes to build and a read a good part of a second',
  build: (plates) => trigrams(plates, {
    index: 'create index plate_trigrams on plate using gin (folded gin_trgm_ops)',
    find: `select (asked.at - 1)::int as at, plate.plate ${asked} join plate on plate.folded % asked.folded and levenshtein_less_equal(plate.folded, asked.folded, 1) <= 1`,
  }),
}

/** The nearest few, by a tree of signatures. */
export const postgresGist: Contender = {
  name: 'PostgreSQL pg_trgm, GiST nearest',
  settings: `order by <-> limit ${neighbours}, siglen 64; ${readsPerStatement} reads a statement, prepared; ${settingsInWords}`,
  platesMax: 100_000,
  tooMany: 'at a million its index takes many minutes to build, and a read a good part of a second',
  build: (plates) => trigrams(plates, {
    index: 'create index plate_trigrams on plate using gist (folded gist_trgm_ops (siglen = 64))',
    find: `select (asked.at - 1)::int as at, near.plate ${asked} cross join lateral (select plate.plate from plate order by plate.folded <-> asked.folded limit ${neighbours}) as near`,
  }),
}

async function trigrams(plates: readonly string[], { index, find }: { readonly index: string; readonly find: string }): Promise<Built> {
  const postgres = await openPostgres()
  const { client } = postgres
  await client.query('create extension pg_trgm; create extension fuzzystrmatch; create unlogged table plate (plate text not null, folded text not null)')
  const add = (more: readonly string[]): Promise<void> => insertColumns(client, 'insert into plate select * from unnest($1::text[], $2::text[])', [more, more.map(folded)])
  await add(plates)
  await client.query(index)
  await client.query(`vacuum analyze plate`)
  await client.query(`set pg_trgm.similarity_threshold = ${similarityMin}`)
  return builtIn(postgres, { name: 'plate', add, question: find, values: (part) => [part.map(folded)] })
}
