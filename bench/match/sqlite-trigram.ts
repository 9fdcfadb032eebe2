import { DatabaseSync } from 'node:sqlite'
import type { Contender } from './contender.ts'
import { folded, heldAgainst } from './held-against.ts'

/** Trigrams cannot be asked for in fewer characters. */
const gram = 3

export const sqliteTrigram: Contender = {
  name: 'SQLite FTS5 trigram',
  settings: 'in memory, contentless, optimized, prepared; asked for either half of the read, one of which is whole where there is one edit',
  platesMax: 1_000_000,
  tooMany: 'a read would be held against a thousand candidates',
  build: async (plates) => {
    const all = [...plates]
    const database = new DatabaseSync(':memory:')
    database.exec("create virtual table plate using fts5(folded, tokenize='trigram', content='')")
    const insert = database.prepare('insert into plate (rowid, folded) values (?, ?)')
    database.exec('begin')
    for (const [at, plate] of all.entries()) insert.run(at, folded(plate))
    database.exec("commit; insert into plate (plate) values ('optimize')")
    const select = database.prepare('select rowid from plate where plate match ?')
    const near = (read: string): readonly string[] => {
      const asked = questionFor(folded(read))
      return asked === '' ? [] : heldAgainst(read, select.all(asked).map(({ rowid }) => all[Number(rowid)] ?? ''))
    }
    return {
      find: (reads) => reads.reduce((count, read) => count + near(read).length, 0),
      answers: async (reads) => reads.map(near),
      addAndFind: (plate) => {
        insert.run(all.push(plate) - 1, folded(plate))
        return near(plate).includes(plate)
      },
      memoryBytes: () => pragma(database, 'page_count') * pragma(database, 'page_size'),
      close: () => database.close(),
    }
  },
}

/** Halves too short for a trigram leave nothing better than any trigram of the read, which an edit in the middle spoils. */
function questionFor(read: string): string {
  const half = Math.ceil(read.length / 2)
  const parts = read.length >= 2 * gram
    ? [read.slice(0, half), read.slice(half)]
    : Array.from({ length: Math.max(0, read.length - gram + 1) }, (_, at) => read.slice(at, at + gram))
  return parts.map((part) => `"${part}"`).join(' OR ')
}

function pragma(database: DatabaseSync, name: string): number {
  return Number(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0])
}
