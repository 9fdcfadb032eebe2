import type { Built } from './contender.ts'
import { heldAgainst } from './held-against.ts'
import { bytesOf, readsPerStatement, type Postgres } from './postgres.ts'

/** Listed plates in a table, and the one question that finds some near what was read. */
export interface PlateTable {
  readonly name: string
  add(plates: readonly string[]): Promise<void>
  readonly question: string
  /** What the question is asked with, for a part of the reads; each answer names its read by its place in that part, from nothing. */
  values(part: readonly string[]): unknown[]
}

/** A contender in PostgreSQL: asked in parts, by a prepared statement, and held to the same cost as every other. */
export function builtIn({ client, elsewhereMs, close }: Postgres, { name, add, question, values }: PlateTable): Built {
  const near = async (reads: readonly string[]): Promise<readonly (readonly string[])[]> => {
    const found: (readonly string[])[] = []
    for (let from = 0; from < reads.length; from += readsPerStatement) {
      const part = reads.slice(from, from + readsPerStatement)
      const { rows } = await client.query<{ at: number; plate: string }>({ name: 'near', text: question, values: values(part) })
      const candidates = Map.groupBy(rows, ({ at }) => at)
      found.push(...part.map((read, at) => heldAgainst(read, (candidates.get(at) ?? []).map(({ plate }) => plate))))
    }
    return found
  }
  return {
    find: async (reads) => (await near(reads)).reduce((count, each) => count + each.length, 0),
    answers: near,
    addAndFind: async (plate) => {
      await add([plate])
      return (await near([plate])).some((each) => each.includes(plate))
    },
    memoryBytes: () => bytesOf(client, name),
    elsewhereMs,
    close,
  }
}
