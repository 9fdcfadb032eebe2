import type { Database } from '#platform/database'
import { dispatchesOfCases } from '../service/dispatch.store.ts'
import { noLetters, type CaseLetters } from './letter-actions.ts'
import { doubtedAddresses } from './linked-notices.store.ts'
import { returnsOfCases } from './returned-letter.store.ts'

/** How the letters of each of these cases fare, here and where the same party has a case elsewhere. */
export async function lettersOfCases(db: Database, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseLetters>> {
  const [dispatches, returns, doubted] = [byCase(await dispatchesOfCases(db, caseIds)), byCase(await returnsOfCases(db, caseIds)), byCase(await doubtedAddresses(db, caseIds))]
  const withLetters = new Set([...dispatches.keys(), ...returns.keys(), ...doubted.keys()])
  return new Map([...withLetters].map((id) => [id, { ...noLetters, dispatches: dispatches.get(id) ?? [], returns: returns.get(id) ?? [], doubted: doubted.get(id) ?? [] }]))
}

function byCase<Thing extends { readonly caseId: string }>(things: readonly Thing[]): ReadonlyMap<string, readonly Thing[]> {
  return Map.groupBy(things, ({ caseId }) => caseId)
}
