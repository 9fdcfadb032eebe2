import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '#platform/database'
import { recordLook } from '#platform/events'
import { toCsv } from '#platform/wire-formats'
import type { By } from '#values'
import { exportedRowsAtOnce } from '../limits.ts'
import { atOneMoment, standingOf, tablesToExport, type ExportedRows, type TableShape } from './exported-tables.store.ts'
import { addedPence, cellOf, isPersonal, roomsLeftOut, tablesLeftOut, type ExportedFile, type ExportedPart, type ExportedTable, type Manifest } from './manifest.ts'

export interface Exporting {
  readonly folder: string
  /** With the reason, which is in the log of looks before anything is read. */
  readonly by: By
}

/**
 * Writes all that casework holds into an empty folder: each table as CSV, each file under its hash, and a manifest of everything.
 * Throws where the folder holds something already.
 */
export async function writeExport(db: Database, { folder, by }: Exporting): Promise<Manifest> {
  await emptyFolder(folder)
  await recordLook(db, { subject: 'export:casework', what: 'everything that casework holds', by })
  const written = await atOneMoment(db, async (tx) => {
    const files = new Map<string, ExportedFile>()
    const tables: ExportedTable[] = []
    for (const { rows, ...shape } of await tablesToExport(tx)) tables.push(await writeTable({ folder, files }, shape, rows()))
    return { ...(await standingOf(tx)), tables, files: [...files.values()].sort((one, other) => (one.file < other.file ? -1 : 1)) }
  })
  const manifest: Manifest = { format: 'juxta-export-1', madeAt: by.at, madeBy: by.name, why: by.reason ?? '', leftOut: { ...roomsLeftOut, ...tablesLeftOut }, ...written }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await writeFile(join(folder, 'manifest.json'), text, { mode: 0o600 })
  await writeFile(join(folder, 'manifest.sha256'), `${sha256(text)}  manifest.json\n`, { mode: 0o600 })
  return manifest
}

/** Only its owner may read it: it is the whole office. */
async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: an export goes into a folder of its own.`)
  await mkdir(join(folder, 'files'), { mode: 0o700 })
}

interface Place {
  readonly folder: string
  readonly files: Map<string, ExportedFile>
}

async function writeTable(place: Place, { table, columns }: TableShape, pages: AsyncGenerator<ExportedRows>): Promise<ExportedTable> {
  const parts: ExportedPart[] = []
  const heading = columns.map(({ name }) => name)
  let [pence, held] = [addedPence({}, columns, []), [] as (readonly (string | null)[])[]]
  const writeHeld = async (): Promise<void> => {
    pence = addedPence(pence, columns, held)
    parts.push(await writePart(place.folder, `${table}-${String(parts.length + 1).padStart(4, '0')}.csv`, [heading, ...held.map((row) => row.map(cellOf))]))
    held = []
  }
  for await (const page of pages) {
    held.push(...(await Promise.all(page.map((row) => Promise.all(row.map((value) => textOf(place, value)))))))
    if (held.length >= exportedRowsAtOnce) await writeHeld()
  }
  if (held.length > 0 || parts.length === 0) await writeHeld()
  return { table, personal: isPersonal(table), columns, rows: parts.reduce((sum, part) => sum + part.rows, 0), pence, parts }
}

async function writePart(folder: string, file: string, rows: readonly (readonly string[])[]): Promise<ExportedPart> {
  const bytes = Buffer.from(toCsv(rows))
  await writeFile(join(folder, file), bytes, { mode: 0o600 })
  return { file, rows: rows.length - 1, bytes: bytes.length, sha256: sha256(bytes) }
}

/** Bytes become a file, once however often they occur; the cell says which. */
async function textOf({ folder, files }: Place, value: string | Buffer | null): Promise<string | null> {
  if (value === null || typeof value === 'string') return value
  const hash = sha256(value)
  const file = `files/${hash}`
  if (!files.has(file)) {
    files.set(file, { file, bytes: value.length, sha256: hash })
    await writeFile(join(folder, file), value, { mode: 0o600 })
  }
  return file
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
