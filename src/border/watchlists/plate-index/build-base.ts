import { keysAtMost, keysMax, lengthMax, writeKeys, type Deletions, type Text } from './deletion-keys.ts'
import { insertKeys, keyTable, type KeyTable } from './key-table.ts'
import { isLive, unpack, type PackedPlates } from './packed-plates.ts'

/** What a base is built from. Words and bits are shared memory, so a worker reads them where they are. */
export interface BaseOrder extends Pick<PackedPlates, 'words' | 'live' | 'used'> {
  readonly edits: Deletions
}

const keys = new Int32Array(keysMax)
const text: Text = { characters: new Uint8Array(lengthMax), length: 0 }

/** A table of the keys of every plate that is listed now. */
export function buildBase({ words, live, used, edits }: BaseOrder): KeyTable {
  let most = 0
  for (let place = 1; place <= used; place += 1) if (isLive(live, place)) most += keysAtMost(lengthAt(words, place), edits)
  const table = keyTable(most, used)
  for (let place = 1; place <= used; place += 1) if (isLive(live, place)) insertPlate(table, words, place, edits)
  return table
}

export function insertPlate(table: KeyTable, words: Int32Array, place: number, edits: Deletions): void {
  unpack(words, place, text)
  insertKeys(table, keys, writeKeys(keys, text, edits), place)
}

function lengthAt(words: Int32Array, place: number): number {
  unpack(words, place, text)
  return text.length
}
