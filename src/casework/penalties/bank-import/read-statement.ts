import { readCamt053 } from './camt053.ts'
import { readCsvStatement } from './csv-statement.ts'
import type { ReadStatement } from './statement.ts'

const lessThan = 0x3c

/** Reads a bank's file by what is in it, whatever it is called. Throws `Unintelligible` when it is no statement. */
export function readStatement(bytes: Uint8Array): ReadStatement {
  const first = bytes.find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf].includes(byte))
  return first === lessThan ? readCamt053(bytes) : readCsvStatement(bytes)
}
