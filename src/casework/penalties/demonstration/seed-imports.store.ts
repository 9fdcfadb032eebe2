import type { Database } from '#platform/database'
import { settledId } from '#platform/identity'
import { toCsv } from '#platform/wire-formats'
import { daysAfter, type CalendarDate } from '#values'
import { bringImportOf, readImport } from '../import/import-batch.store.ts'
import { oldColumns } from '../import/old-row.ts'
import { sha256 } from '../notice/document.store.ts'
import { named } from '../penalty/penalty.ts'
import { by, done } from './demo-acts.store.ts'

type OldLine = Readonly<Record<string, string>>

const driver: OldLine = {
  old_reference: 'REG/2023/0417 (demo)', control: 'calais', place: 'Lane 3', incident_on: '2023-05-04', section: '32', carried_by: 'goods-vehicle', entrants: '2', tractor: 'B 17 OLD', country: 'RO', alarm_raised_by: 'dog',
  capacity: 'driver', name: 'I. Vechi (demo)', address: '7 Invented Street; Demonstration Town', address_country: 'Romania', decided_on: '2023-06-01', decided_by: 'A. Predecessor (demo)', reasons: 'As the register says.',
  decided_pence: '600000', notice_on: '2023-06-05', taken_off_pence: '100000', collected_pence: '125050', collected_on: '2023-08-01', standing: 'issued',
}
const owner: OldLine = { ...driver, capacity: 'owner', name: '', company: 'Old Haulage SRL (demo)', registered_number: 'J00/0017/2001', written_off_pence: '374950', written_off_on: '2024-02-01', written_off_code: 'company-wound-up', written_off_because: 'Dissolved (demo)' }
const unread: OldLine = { ...driver, old_reference: 'REG/2023/0418 (demo)', tractor: 'B 18 OLD', incident_on: '9 May 2023' }

/** A page of an old register that one officer has brought and another has still to let in; one line of it cannot be read. */
export async function seedImports(db: Database, today: CalendarDate): Promise<void> {
  const batchId = settledId('demonstration', 'import')
  if ((await readImport(db, batchId)) !== undefined) return
  const act = by('senior-officer', daysAfter(-1, today))
  const content = toCsv([oldColumns, ...[driver, owner, unread].map((line) => oldColumns.map((column) => line[column] ?? ''))])
  const brought = { batchId, name: 'register-2023.csv', source: 'Paper register 2023 (demo)', sha256: sha256(Buffer.from(content)), broughtBy: named(act), broughtOn: daysAfter(-1, today) }
  done(await bringImportOf(db, brought, content, act))
}
