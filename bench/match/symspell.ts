import { SymSpell } from 'mnemonist'
import type { Contender } from './contender.ts'
import { folded, heldAgainst } from './held-against.ts'

export const symSpell: Contender = {
  name: 'mnemonist SymSpell',
  settings: 'maxDistance 1, verbosity 2, over folded plates',
  platesMax: 1_000_000,
  tooMany: 'its dictionary is one object and a Set for each key: more keys than a Map may hold',
  build: async (plates) => {
    const dictionary = new SymSpell({ maxDistance: 1, verbosity: 2 })
    const byFolded = new Map<string, string[]>()
    const add = (plate: string): void => {
      const key = folded(plate)
      const same = byFolded.get(key)
      if (same !== undefined) return void same.push(plate)
      byFolded.set(key, [plate])
      dictionary.add(key)
    }
    const bytesBefore = heapBytes()
    for (const plate of plates) add(plate)
    const bytes = heapBytes() - bytesBefore
    const near = (read: string): readonly string[] => heldAgainst(read, dictionary.search(folded(read)).flatMap(({ term }) => byFolded.get(term) ?? []))
    return {
      find: (reads) => reads.reduce((count, read) => count + near(read).length, 0),
      answers: async (reads) => reads.map(near),
      addAndFind: (plate) => {
        add(plate)
        return near(plate).includes(plate)
      },
      memoryBytes: () => bytes,
      close: () => {},
    }
  },
}

function heapBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
